//! The communes of the sample (real places, from `data/places/three-level.toml`) and what is wrong on purpose in each.
//!
//! Xã Xuân Hòa of Thọ Xuân is not here: its roster is written by hand.

use crate::{
    names::{Land, fold},
    oddities::Oddity,
};
use Kind::{Phuong, ThiTran, Xa};
use Land::{Mountain, Plain};
use Naming::{Ban, Count, Quarter, Thon};
use Oddity as O;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Xa,
    Phuong,
    ThiTran,
}

impl Kind {
    pub fn word(self) -> &'static str {
        match self {
            Xa => "xã",
            Phuong => "phường",
            ThiTran => "thị trấn",
        }
    }
}

/// How the villages of a commune are called.
#[derive(Clone, Copy)]
pub enum Naming {
    /// `Thôn 1`, `Thôn 2`, …, listed as a spreadsheet sorts them: 1, 10, 2.
    Count(usize),
    /// Thôn with names.
    Thon(usize),
    /// Bản with names.
    Ban(usize),
    /// `Khu phố 1`, …
    Quarter(usize),
}

pub struct Commune {
    pub code: &'static str,
    pub name: &'static str,
    pub district: &'static str,
    pub kind: Kind,
    pub land: Land,
    pub naming: Naming,
    pub unit_kind: &'static str,
    /// Folds like a neighbour of the same district, so its file bears the code.
    pub twin: bool,
    pub oddities: &'static [Oddity],
}

impl Commune {
    pub fn folder(&self) -> String {
        fold(self.district)
    }

    pub fn file(&self) -> String {
        let folded = fold(self.name);
        if self.twin {
            format!("{folded}-{}", self.code)
        } else {
            folded
        }
    }
}

const THO_XUAN: &str = "Huyện Thọ Xuân";
const NHU_XUAN: &str = "Huyện Như Xuân";
const VINH_LOC: &str = "Huyện Vĩnh Lộc";
const HOANG_HOA: &str = "Huyện Hoằng Hóa";
const HAU_LOC: &str = "Huyện Hậu Lộc";
const NGA_SON: &str = "Huyện Nga Sơn";
const MUONG_LAT: &str = "Huyện Mường Lát";
const QUAN_SON: &str = "Huyện Quan Sơn";
const NONG_CONG: &str = "Huyện Nông Cống";
const SAM_SON: &str = "Thành phố Sầm Sơn";
const THANH_HOA: &str = "Thành phố Thanh Hóa";
const NGHI_SON: &str = "Thị xã Nghi Sơn";

// A table: one commune a line.
#[rustfmt::skip]
pub static COMMUNES: [Commune; 39] = [
    one("15499", "Thị trấn Thọ Xuân", THO_XUAN, ThiTran, Quarter(6), &[O::DeputyVacant(1)]),
    one("15556", "Thị trấn Lam Sơn", THO_XUAN, ThiTran, Quarter(5), &[]),
    one("15586", "Xã Xuân Lập", THO_XUAN, Xa, Thon(5), &[]),
    one("15520", "Xã Thọ Hải", THO_XUAN, Xa, Count(10), &[O::WithheldPhone(3)]),
    one("15535", "Xã Xuân Hưng", THO_XUAN, Xa, Thon(5), &[O::NoTeam(4), O::NoConsent(0)]),
    one("15538", "Xã Thọ Diên", THO_XUAN, Xa, Thon(5), &[O::Concentrated(2)]),
    one("16180", "Xã Xuân Hòa", NHU_XUAN, Xa, Thon(6), &[O::SmallGroup(1), O::WithheldPhone(0)]),
    land(one("16207", "Xã Thanh Quân", NHU_XUAN, Xa, Ban(5), &[O::Stale, O::NoTeam(2)])),
    one("15349", "Thị trấn Vĩnh Lộc", VINH_LOC, ThiTran, Quarter(5), &[O::BoardMeetsLate]),
    twin(one("15367", "Xã Vĩnh Hưng", VINH_LOC, Xa, Thon(5), &[O::Namesakes(1)])),
    twin(one("15379", "Xã Vĩnh Hùng", VINH_LOC, Xa, Thon(6), &[O::OverdueTerm(3)])),
    one("15865", "Thị trấn Bút Sơn", HOANG_HOA, ThiTran, Quarter(5), &[]),
    twin(one("15952", "Xã Hoằng Đồng", HOANG_HOA, Xa, Thon(6), &[O::TeamOfTwo(2)])),
    twin(one("15997", "Xã Hoằng Đông", HOANG_HOA, Xa, Thon(5), &[O::TeamSignedByPolice])),
    twin(one("15886", "Xã Hoằng Quỳ", HOANG_HOA, Xa, Thon(5), &[])),
    twin(one("15916", "Xã Hoằng Quý", HOANG_HOA, Xa, Thon(5), &[O::TwoTeams(1, 2)])),
    twin(one("15961", "Xã Hoằng Thành", HOANG_HOA, Xa, Thon(5), &[O::TwoSeats])),
    twin(one("16000", "Xã Hoằng Thanh", HOANG_HOA, Xa, Count(11), &[O::GroupNoData(6)])),
    twin(one("16063", "Xã Hoa Lộc", HAU_LOC, Xa, Thon(5), &[O::Withdrawn(2)])),
    twin(one("16075", "Xã Hòa Lộc", HAU_LOC, Xa, Thon(5), &[O::EarlyDecision])),
    one("16090", "Xã Ngư Lộc", HAU_LOC, Xa, Thon(7), &[O::NotResident(4), O::NoConsent(5)]),
    twin(one("16123", "Xã Nga Thanh", NGA_SON, Xa, Thon(5), &[O::NoVote(1)])),
    twin(one("16141", "Xã Nga Thành", NGA_SON, Xa, Thon(5), &[O::VoteAfterDecision(3)])),
    land(one("14845", "Thị trấn Mường Lát", MUONG_LAT, ThiTran, Quarter(5), &[O::NoDutyPhone])),
    land(one("14863", "Xã Pù Nhi", MUONG_LAT, Xa, Ban(6), &[O::NoTeam(1), O::NoTeam(4), O::NeverVerified])),
    land(one("14860", "Xã Quang Chiểu", MUONG_LAT, Xa, Ban(7), &[O::HeadVacant(5)])),
    land(one("15010", "Xã Sơn Thủy", QUAN_SON, Xa, Ban(6), &[O::NotOfficer(2)])),
    land(one("15013", "Xã Na Mèo", QUAN_SON, Xa, Ban(5), &[O::SmallGroup(3), O::Concentrated(0)])),
    land(one("15016", "Thị trấn Sơn Lư", QUAN_SON, ThiTran, Quarter(5), &[])),
    one("14836", "Phường Trường Sơn", SAM_SON, Phuong, Quarter(5), &[]),
    one("14842", "Phường Quảng Tiến", SAM_SON, Phuong, Quarter(5), &[O::GuardSeatVacant]),
    one("16534", "Phường Quảng Vinh", SAM_SON, Phuong, Quarter(7), &[O::LeftoverTeam]),
    one("14755", "Phường Hàm Rồng", THANH_HOA, Phuong, Quarter(6), &[O::GroupSignedByChair]),
    one("14767", "Phường Điện Biên", THANH_HOA, Phuong, Quarter(5), &[O::NameWithheld(2)]),
    one("15850", "Xã Thiệu Vân", THANH_HOA, Xa, Thon(5), &[]),
    one("16621", "Phường Hải Thanh", NGHI_SON, Phuong, Quarter(7), &[O::MergedGroups(4)]),
    one("16657", "Xã Nghi Sơn", NGHI_SON, Xa, Thon(5), &[O::BoardSignedByCommune]),
    one("16279", "Thị trấn Nông Cống", NONG_CONG, ThiTran, Quarter(6), &[O::LeaderVacant(3)]),
    one("16351", "Xã Thăng Bình", NONG_CONG, Xa, Thon(5), &[O::ChainMissing, O::TermOutlasts(2)]),
];

const fn one(
    code: &'static str,
    name: &'static str,
    district: &'static str,
    kind: Kind,
    naming: Naming,
    oddities: &'static [Oddity],
) -> Commune {
    let unit_kind = match naming {
        Count(_) | Thon(_) => "thon",
        Ban(_) => "ban",
        Quarter(_) => "khu-pho",
    };
    let (land, twin) = (Plain, false);
    Commune {
        code,
        name,
        district,
        kind,
        land,
        naming,
        unit_kind,
        twin,
        oddities,
    }
}

const fn twin(commune: Commune) -> Commune {
    Commune {
        twin: true,
        ..commune
    }
}

const fn land(commune: Commune) -> Commune {
    Commune {
        land: Mountain,
        ..commune
    }
}
