//! Views: what each page shows, ready for its template. A view carries all it needs; templates look nothing up.

mod article;
mod bodies;
mod books;
mod campaign;
mod commune;
mod ctx;
mod deeds;
mod dots;
mod duties;
mod ends;
mod frame;
mod glossary;
mod home;
mod kin;
mod notices;
mod people;
mod places;
mod post;
mod press;
mod progress;
mod prose;
mod record;
mod rules;
mod saves;
mod schemes;
mod search;
mod standalone;
mod unit;

pub(super) use ctx::{Binding, Ctx};
pub(super) use frame::Frame;
pub(super) use kin::Kin;
pub(super) use standalone::standalone;

use serde::Serialize;
use tera::Value;

use crate::plan::Subject;

/// A page ready for its template.
pub(super) struct Built<'a> {
    /// The template.
    pub template: &'static str,
    /// `p` in templates.
    pub frame: Frame<'a>,
    /// `v` in templates.
    pub view: Value,
}

impl<'a> Built<'a> {
    fn new(template: &'static str, mut frame: Frame<'a>, view: &impl Serialize) -> Self {
        frame.link_up();
        Built {
            template,
            frame,
            view: Value::from_serializable(view),
        }
    }
}

/// Builds the view of the output being rendered; `None` for a subject that has no page.
pub(super) fn build<'a>(ctx: &Ctx<'a>) -> Option<Built<'a>> {
    let gazetteer = &ctx.site.gazetteer;
    match ctx.output.subject {
        Subject::Home => Some(home::build(ctx)),
        Subject::Places => Some(places::build(ctx, None)),
        Subject::Place(place) => {
            let roster_level = gazetteer.edition_of(place).roster_level;
            if gazetteer.place(place).level < roster_level {
                Some(places::build(ctx, Some(place)))
            } else {
                Some(commune::build(ctx, place))
            }
        }
        Subject::Unit(place, unit) => unit::build(ctx, place, unit),
        Subject::Schemes => Some(schemes::build(ctx)),
        Subject::Rules(at) => Some(rules::build(ctx, at)),
        Subject::Duties(at) => Some(duties::build(ctx, at)),
        Subject::Progress(at) => Some(progress::build(ctx, at)),
        Subject::Glossary => Some(glossary::build(ctx)),
        Subject::Search => Some(search::build(ctx)),
        Subject::Books => Some(books::list(ctx)),
        Subject::Book(at) => books::contents(ctx, at as usize),
        Subject::Campaign => Some(campaign::build(ctx)),
        Subject::Tag(at) => campaign::tag(ctx, at as usize),
        Subject::Article(main) => article::build(ctx, main),
        Subject::Saved => Some(ends::saved(ctx)),
        Subject::NotFound => Some(ends::not_found(ctx)),
        Subject::Moved(at) => ends::moved(ctx, at as usize),
        Subject::Person(..) | Subject::Asset(_) | Subject::File(_) | Subject::Collected(_) => None,
    }
}
