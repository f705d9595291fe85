//! The places of the province: districts, communes with their number of villages, and what each commune became.

use binhyen::model::fold::slug;

use super::{names, random::Random};

/// A district.
pub struct District {
    /// Code in the three-level edition.
    pub code: String,
    /// Id of its kind.
    pub kind: &'static str,
    /// Full name.
    pub name: String,
    /// Folder of its rosters.
    pub folder: String,
}

/// A commune of the three-level edition.
pub struct Commune {
    /// Code in the three-level edition.
    pub code: String,
    /// Kind.
    pub kind: CommuneKind,
    /// Full name.
    pub name: String,
    /// Name of its roster file, without extension.
    pub file: String,
    /// Index of its district.
    pub district: usize,
    /// Number of villages.
    pub villages: usize,
    /// What it became: index into [`Geography::merged`] and how much of it went there.
    pub successors: Vec<(usize, &'static str)>,
}

/// The kind of a commune.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum CommuneKind {
    /// Xã; its villages are `thôn` or, in the hills, `bản`.
    Rural { hills: bool },
    /// Phường.
    Ward,
    /// Thị trấn.
    Town,
}

/// A commune of the two-level edition.
pub struct Merged {
    /// Code in the two-level edition.
    pub code: String,
    /// Id of its kind.
    pub kind: &'static str,
    /// Full name.
    pub name: String,
}

/// All places.
pub struct Geography {
    /// Districts.
    pub districts: Vec<District>,
    /// Communes, district by district.
    pub communes: Vec<Commune>,
    /// Communes of the two-level edition.
    pub merged: Vec<Merged>,
}

impl CommuneKind {
    /// Id of the kind.
    pub fn id(self) -> &'static str {
        match self {
            Self::Rural { .. } => "xa",
            Self::Ward => "phuong",
            Self::Town => "thi-tran",
        }
    }

    /// The kind as names begin with it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Rural { .. } => "Xã",
            Self::Ward => "Phường",
            Self::Town => "Thị trấn",
        }
    }

    /// Id and title of the kind of its villages.
    pub fn village(self) -> (&'static str, &'static str) {
        match self {
            Self::Rural { hills: false } => ("thon", "Thôn"),
            Self::Rural { hills: true } => ("ban", "Bản"),
            Self::Ward | Self::Town => ("khu-pho", "Khu phố"),
        }
    }
}

/// Lays out a province of so many communes with so many villages on average.
pub fn lay_out(communes: usize, villages: f64, seed: u64) -> Geography {
    let mut random = Random::stream(seed, 1);
    let count = (communes * 27 / 635).max(1);
    let district_of = |commune: usize| commune * count / communes;
    let mut geography = Geography {
        districts: Vec::new(),
        communes: Vec::with_capacity(communes),
        merged: Vec::new(),
    };
    let mut spread = 0;
    for index in 0..communes {
        let first = index == 0 || district_of(index) != district_of(index - 1);
        if first {
            geography
                .districts
                .push(district(district_of(index), index));
        }
        let mean = ((index + 1) as f64 * villages) as usize - (index as f64 * villages) as usize;
        // Every second commune gives back what the one before took: the total is exact.
        spread = match index % 2 {
            0 if index + 1 < communes => random.below(mean * 4 / 10 + 1) as isize,
            0 => 0,
            _ => -spread,
        };
        let kind = commune_kind(district_of(index), first, &mut random);
        let villages = mean.saturating_add_signed(spread).max(1);
        geography
            .communes
            .push(commune(index, district_of(index), kind, villages));
    }
    merge(&mut geography, &mut random);
    geography
}

fn district(index: usize, first: usize) -> District {
    let (kind, title) = match index % 14 {
        0 => ("thanh-pho", "Thành phố"),
        7 => ("thi-xa", "Thị xã"),
        _ => ("huyen", "Huyện"),
    };
    let name = format!("{title} {}", names::district(index, first));
    District {
        code: (380 + index).to_string(),
        kind,
        folder: slug(&name),
        name,
    }
}

fn commune_kind(district: usize, first: bool, random: &mut Random) -> CommuneKind {
    let urban = matches!(district % 14, 0 | 7);
    match (urban, first) {
        (true, _) if random.percent(70) => CommuneKind::Ward,
        (false, true) => CommuneKind::Town,
        _ => CommuneKind::Rural {
            hills: district % 5 == 4,
        },
    }
}

fn commune(index: usize, district: usize, kind: CommuneKind, villages: usize) -> Commune {
    let name = format!("{} {}", kind.title(), names::commune(index));
    Commune {
        code: (14_700 + 3 * index).to_string(),
        kind,
        file: slug(&name),
        name,
        district,
        villages,
        successors: Vec::new(),
    }
}

/// Joins neighbours into about a quarter as many communes; a few lose a part to the next one, a few are not recorded.
fn merge(geography: &mut Geography, random: &mut Random) {
    let communes = geography.communes.len();
    let groups = (communes * 166).div_ceil(635);
    let group_of = |commune: usize| commune * groups / communes;
    for index in 0..communes {
        let group = group_of(index);
        let commune = &mut geography.communes[index];
        if geography.merged.len() == group {
            let kind = match commune.kind {
                CommuneKind::Town => CommuneKind::Rural { hills: false },
                other => other,
            };
            geography.merged.push(Merged {
                // A code used before, under another name: a code alone is no identity.
                code: (14_700 + 3 * ((index + 1) % communes)).to_string(),
                kind: kind.id(),
                name: format!("{} {}", kind.title(), names::commune(index)),
            });
        }
        commune.successors = match random.below(100) {
            0..2 => Vec::new(),
            2..7 if group + 1 < groups => vec![(group, "part-main"), (group + 1, "part")],
            _ => vec![(group, "whole")],
        };
    }
}
