//! What rendered text says besides its writer: titles of boxes, words of figures, labels of notes.
//!
//! Only names; the words stand in the theme, and whoever renders brings them.

/// Defines the labels and their names in the theme's files.
macro_rules! labels {
    ($($label:ident $name:literal)*) => {
        /// A label of rendered text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Label {
            $($label),*
        }

        impl Labels {
            /// The names of all labels.
            pub const NAMES: &[&str] = &[$($name),*];
        }
    };
}

labels! {
    BoxImportant "box_important"
    BoxOutside "box_outside"
    BoxTip "box_tip"
    BoxWarning "box_warning"
    EditorNote "editor_note"
    FigureAgrees "figure_agrees"
    FigureCalendar "figure_calendar"
    FigureChain "figure_chain"
    FigureCloser "figure_closer"
    FigureCooperates "figure_cooperates"
    FigureDecides "figure_decides"
    FigureElects "figure_elects"
    FigureGuides "figure_guides"
    FigureInWords "figure_in_words"
    FigureLeads "figure_leads"
    FigureLines "figure_lines"
    FigureManages "figure_manages"
    FigureMonth "figure_month"
    FigureProposes "figure_proposes"
    FigureReported "figure_reported"
    FigureReporting "figure_reporting"
    FigureReports "figure_reports"
    FigureStructure "figure_structure"
    NoteBack "note_back"
    NoteBackAgain "note_back_again"
    NoteMark "note_mark"
    Notes "notes_label"
    ServesCommune "serves_commune"
    ServesMany "serves_many"
    ServesOne "serves_one"
    TaskDone "task_done"
    TaskOpen "task_open"
}

/// The words of all labels in one language. What stands in braces is filled where the label is used.
#[derive(Clone, Debug)]
pub struct Labels {
    words: Vec<String>,
}

impl Labels {
    /// Asks for the words of each label by its name.
    ///
    /// # Errors
    /// The first name without words.
    pub fn gather(word: impl Fn(&'static str) -> Option<String>) -> Result<Self, &'static str> {
        let words = Labels::NAMES.iter().map(|name| word(name).ok_or(*name));
        Ok(Labels {
            words: words.collect::<Result<_, _>>()?,
        })
    }

    /// The words of a label.
    pub(super) fn get(&self, label: Label) -> &str {
        &self.words[label as usize]
    }

    /// The words of a label with one hole filled.
    pub(super) fn fill(&self, label: Label, hole: &str, with: &str) -> String {
        self.get(label).replace(&format!("{{{hole}}}"), with)
    }
}

#[cfg(test)]
impl Labels {
    /// The words of the embedded theme.
    pub(crate) fn sample(lang: crate::diag::Lang) -> Self {
        let text = lang.pick(
            include_str!("../../themes/default/i18n/vi.toml"),
            include_str!("../../themes/default/i18n/en.toml"),
        );
        let table: toml::Table = text.parse().unwrap();
        Labels::gather(|name| Some(table.get(name)?.as_str()?.to_owned())).unwrap()
    }
}
