//! One test binary, a module per feature.

#[path = "suite/books.rs"]
mod books;
#[path = "suite/build.rs"]
mod build;
#[path = "suite/bundle.rs"]
mod bundle;
#[path = "suite/cards.rs"]
mod cards;
#[path = "suite/commands.rs"]
mod commands;
#[path = "suite/finder.rs"]
mod finder;
#[path = "suite/forms.rs"]
mod forms;
#[path = "suite/mdtest.rs"]
mod mdtest;
#[path = "suite/offline.rs"]
mod offline;
#[cfg(feature = "pdf")]
#[path = "suite/paper.rs"]
mod paper;
#[path = "suite/preview.rs"]
mod preview;
#[path = "suite/privacy.rs"]
mod privacy;
#[path = "suite/prose.rs"]
mod prose;
#[path = "suite/rules.rs"]
mod rules;
#[path = "suite/serve.rs"]
mod serve;
#[path = "suite/show.rs"]
mod show;
#[path = "suite/site.rs"]
mod site;
#[path = "suite/sites.rs"]
mod sites;
#[path = "suite/standalone.rs"]
mod standalone;
#[path = "suite/tidy.rs"]
mod tidy;
#[path = "suite/values.rs"]
mod values;
#[path = "suite/vcards.rs"]
mod vcards;
