//! Medians of the rounds, as a table to read and as one line of JSON to keep.

use serde_json::{Map, Value, json};

use super::{
    measure::Run,
    province::Summary,
    rounds::{Output, Place, Round},
};

/// All rounds of one place.
pub struct Column {
    /// Where.
    pub place: Place,
    /// What a build publishes there.
    pub output: Output,
    /// What was measured.
    pub rounds: Vec<Round>,
}

type Part = fn(&Round) -> &Run;

const BUILD: Part = |round| &round.build;
const COPY: Part = |round| &round.copy;
const UNCHANGED: Part = |round| &round.unchanged;
const CHANGED: Part = |round| &round.changed;

impl Column {
    fn seconds(&self, part: Part) -> Vec<f64> {
        sorted(self.rounds.iter().map(|round| part(round).seconds))
    }

    fn median(&self, part: Part) -> f64 {
        median(&self.seconds(part))
    }

    /// Peak memory of a part in MB, the largest of all rounds.
    fn peak(&self, part: Part) -> Option<f64> {
        let peak = self
            .rounds
            .iter()
            .filter_map(|round| part(round).peak)
            .max();
        peak.map(|bytes| bytes as f64 / 1e6)
    }

    /// Build time over the time of copying what was built; the median of the ratios, as both ran in the same round.
    fn ratio(&self) -> f64 {
        median(&sorted(
            self.rounds
                .iter()
                .map(|round| round.build.seconds / round.copy.seconds),
        ))
    }

    fn pages_per_second(&self) -> f64 {
        self.output.pages as f64 / self.median(BUILD)
    }

    /// Phases in the order they were printed, with the median of each.
    fn phases(&self) -> Vec<(String, f64)> {
        let Some(first) = self.rounds.first() else {
            return Vec::new();
        };
        let of = |name: &str| {
            let rounds = self.rounds.iter();
            let same = rounds
                .filter_map(|round| round.build.phases.iter().find(|(other, _)| other == name));
            median(&sorted(same.map(|(_, seconds)| *seconds)))
        };
        let names = first.build.phases.iter().map(|(name, _)| name);
        names.map(|name| (name.clone(), of(name))).collect()
    }
}

/// Prints the table.
pub fn print(summary: &Summary, columns: &[Column]) {
    println!(
        "{} communes, {} villages, {} people; site folder {} files, {:.1} MB",
        summary.communes,
        summary.villages,
        summary.people,
        summary.files,
        summary.bytes as f64 / 1e6
    );
    let Some(first) = columns.first() else { return };
    let Output {
        pages,
        files,
        bytes,
    } = first.output;
    let runs = first.rounds.len();
    println!(
        "published: {pages} pages, {files} files, {:.1} MB",
        bytes as f64 / 1e6
    );
    println!("medians of {runs} interleaved runs (least–most)\n");
    row("", columns, |c| {
        format!("{} ({})", c.place.name, c.place.system)
    });
    row("build, s", columns, |c| spread(&c.seconds(BUILD)));
    row("pages a second", columns, |c| {
        format!("{:.0}", c.pages_per_second())
    });
    row("peak memory, MB", columns, |c| megabytes(c.peak(BUILD)));
    row("cp -r of the site, s", columns, |c| {
        spread(&c.seconds(COPY))
    });
    row("build ÷ cp -r", columns, |c| format!("{:.1}", c.ratio()));
    row("nothing changed, s", columns, |c| {
        spread(&c.seconds(UNCHANGED))
    });
    row("one roster changed, s", columns, |c| {
        spread(&c.seconds(CHANGED))
    });
    row("  its peak memory, MB", columns, |c| {
        megabytes(c.peak(CHANGED))
    });
    print_phases(columns);
}

/// One line of JSON with all medians.
pub fn json(summary: &Summary, columns: &[Column]) -> Value {
    let place = |column: &Column| {
        let phases: Map<String, Value> = column
            .phases()
            .into_iter()
            .map(|(name, seconds)| (name, seconds.into()))
            .collect();
        json!({
            "place": column.place.name,
            "file_system": column.place.system,
            "pages": column.output.pages,
            "files": column.output.files,
            "bytes": column.output.bytes,
            "runs": column.rounds.len(),
            "build_seconds": column.median(BUILD),
            "pages_per_second": column.pages_per_second(),
            "peak_megabytes": column.peak(BUILD),
            "copy_seconds": column.median(COPY),
            "build_per_copy": column.ratio(),
            "unchanged_seconds": column.median(UNCHANGED),
            "one_changed_seconds": column.median(CHANGED),
            "phases": phases,
        })
    };
    json!({
        "communes": summary.communes,
        "villages": summary.villages,
        "people": summary.people,
        "mistakes": summary.mistakes,
        "places": columns.iter().map(place).collect::<Vec<_>>(),
    })
}

fn print_phases(columns: &[Column]) {
    let phases: Vec<Vec<(String, f64)>> = columns.iter().map(Column::phases).collect();
    println!("\nphases of the build, s");
    for (at, (name, _)) in phases.first().into_iter().flatten().enumerate() {
        print!("{name:<24}");
        for column in &phases {
            let seconds = column.get(at).map(|(_, seconds)| format!("{seconds:.3}"));
            print!("{:<28}", seconds.unwrap_or_default());
        }
        println!();
    }
}

fn row(title: &str, columns: &[Column], cell: impl Fn(&Column) -> String) {
    print!("{title:<24}");
    for column in columns {
        print!("{:<28}", cell(column));
    }
    println!();
}

fn spread(sorted: &[f64]) -> String {
    let (least, most) = (
        sorted.first().unwrap_or(&0.0),
        sorted.last().unwrap_or(&0.0),
    );
    format!("{:.3} ({least:.3}–{most:.3})", median(sorted))
}

fn megabytes(peak: Option<f64>) -> String {
    peak.map_or_else(|| "unknown".into(), |peak| format!("{peak:.0}"))
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values
}

fn median(sorted: &[f64]) -> f64 {
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => 0.0,
        odd if odd % 2 == 1 => sorted[middle],
        _ => f64::midpoint(sorted[middle - 1], sorted[middle]),
    }
}
