//! The shape of the command line. The words people read about it are in `help.rs`.

use std::{num::NonZeroUsize, path::PathBuf};

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum, builder::PossibleValue};

use crate::{
    build::{Deny, Form},
    diag::{Lang, show::Style},
};

/// Everything that was typed.
#[derive(Debug, Parser)]
#[command(
    name = "binhyen",
    disable_help_flag = true,
    disable_help_subcommand = true
)]
pub struct CommandLine {
    /// Options of every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Debug, Args)]
pub struct Global {
    /// The language of everything that is printed.
    #[arg(long, global = true)]
    pub lang: Option<Lang>,
    /// How findings are printed.
    #[arg(long, global = true, default_value = "human")]
    pub format: Style,
    /// Print every finding, however many.
    #[arg(long, global = true)]
    pub all: bool,
    /// Which findings forbid publishing, beside errors.
    #[arg(long, global = true)]
    pub deny: Option<Deny>,
    /// The day the site is checked for.
    #[arg(long, global = true)]
    pub as_of: Option<NaiveDate>,
    /// The site folder.
    #[arg(long, global = true)]
    pub root: Option<PathBuf>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Publish the site.
    Build(BuildArgs),
    /// Show the site in the browser while it is edited.
    Serve(ServeArgs),
    /// Find everything that is wrong.
    Check,
    /// Explain a code, or list all.
    Explain {
        /// The code, name or rule.
        code: Option<String>,
    },
    /// Start a site.
    New(NewArgs),
}

/// Options of `build`.
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// Where to publish.
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Refuse new addresses.
    #[arg(long)]
    pub locked: bool,
    /// Exchange the whole site at once.
    #[arg(long)]
    pub atomic: bool,
    /// Pack the whole site into one file too.
    #[arg(long)]
    pub bundle: bool,
    /// The forms of output to make.
    #[arg(long, value_delimiter = ',')]
    pub formats: Option<Vec<Form>>,
    /// Print how long each phase took.
    #[arg(long)]
    pub timings: bool,
    /// Threads to use.
    #[arg(long)]
    pub threads: Option<NonZeroUsize>,
    /// Print nothing but findings.
    #[arg(long, short)]
    pub quiet: bool,
}

/// Options of `serve`.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// The port to listen on.
    #[arg(long)]
    pub port: Option<u16>,
    /// The forms of output to make.
    #[arg(long = "formats", value_delimiter = ',')]
    pub shown: Option<Vec<Form>>,
}

/// Options of `new`.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// The folder to make.
    pub dir: PathBuf,
    /// Fill the roster with invented people.
    #[arg(long)]
    pub sample: bool,
}

impl ValueEnum for Lang {
    fn value_variants<'a>() -> &'a [Self] {
        &Lang::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.tag()))
    }
}

impl ValueEnum for Style {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Style::Human,
            Style::Short,
            Style::Json,
            Style::Github,
            Style::Sarif,
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Style::Human => "human",
            Style::Short => "short",
            Style::Json => "json",
            Style::Github => "github",
            Style::Sarif => "sarif",
        }))
    }
}

impl ValueEnum for Deny {
    fn value_variants<'a>() -> &'a [Self] {
        &[Deny::Warnings]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Deny::Errors => None,
            Deny::Warnings => Some(PossibleValue::new("warnings")),
        }
    }
}

impl ValueEnum for Form {
    fn value_variants<'a>() -> &'a [Self] {
        Form::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.id()))
    }
}
