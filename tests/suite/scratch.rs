//! Throwaway reader of drafts.
use binhyen::{
    diag::*,
    model::*,
    parse::{Draft, draft::*},
    source::*,
};
use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

#[derive(Clone, Copy)]
struct N<'a> {
    f: FileId,
    v: &'a DeValue<'a>,
    s: Span,
}

impl<'a> N<'a> {
    fn new(f: FileId, v: &'a Spanned<DeValue<'a>>) -> Self {
        N {
            f,
            v: v.get_ref(),
            s: Span::new(f, v.span()),
        }
    }
    fn get(&self, k: &str) -> Option<N<'a>> {
        match self.v {
            DeValue::Table(t) => t.get(k).map(|v| N::new(self.f, v)),
            _ => None,
        }
    }
    fn list(&self, k: &str) -> Vec<N<'a>> {
        match self.get(k).map(|n| n.v) {
            Some(DeValue::Array(a)) => a.iter().map(|v| N::new(self.f, v)).collect(),
            _ => vec![],
        }
    }
    fn str(&self) -> &'a str {
        match self.v {
            DeValue::String(s) => s,
            other => panic!("{other:?}"),
        }
    }
    fn word(&self) -> Word {
        Sp::new(self.str().into(), self.s)
    }
    fn w(&self, k: &str) -> Option<Word> {
        self.get(k).map(|n| n.word())
    }
    fn need(&self, k: &str) -> Word {
        self.w(k)
            .unwrap_or_else(|| panic!("missing {k} in {:?}", self.v))
    }
    fn words(&self, k: &str) -> Vec<Word> {
        match self.get(k) {
            Some(n) if matches!(n.v, DeValue::String(_)) => vec![n.word()],
            _ => self.list(k).iter().map(|n| n.word()).collect(),
        }
    }
    fn date_here(&self) -> Sp<NaiveDate> {
        match self.v {
            DeValue::Datetime(d) => {
                let d = d.date.unwrap();
                Sp::new(
                    NaiveDate::from_ymd_opt(d.year.into(), d.month.into(), d.day.into()).unwrap(),
                    self.s,
                )
            }
            o => panic!("{o:?}"),
        }
    }
    fn date(&self, k: &str) -> Option<Sp<NaiveDate>> {
        self.get(k).map(|n| n.date_here())
    }
    fn day(&self, k: &str) -> Option<NaiveDate> {
        self.date(k).map(|d| d.value)
    }
    fn int_here(&self) -> Option<i64> {
        match self.v {
            DeValue::Integer(i) => i64::from_str_radix(i.as_str(), i.radix()).ok(),
            _ => None,
        }
    }
    fn int(&self, k: &str) -> Option<Sp<u32>> {
        self.get(k)
            .map(|n| Sp::new(n.int_here().unwrap() as u32, n.s))
    }
    fn num(&self, k: &str) -> Option<u32> {
        self.int(k).map(|n| n.value)
    }
    fn bool(&self, k: &str) -> Option<bool> {
        self.get(k).map(|n| matches!(n.v, DeValue::Boolean(true)))
    }
    fn text(&self, k: &str) -> Option<Text> {
        self.get(k).map(|n| n.text_here())
    }
    fn text_here(&self) -> Text {
        match self.v {
            DeValue::Integer(i) => Text::same(i.as_str()),
            DeValue::String(s) => Text::same(s.to_string()),
            _ => Text {
                vi: self.need("vi").value,
                en: self.w("en").map(|w| w.value),
            },
        }
    }
    fn texts(&self, k: &str) -> Vec<Text> {
        self.list(k).iter().map(|n| n.text_here()).collect()
    }
    fn phone(&self, k: &str) -> Option<Sp<Phone>> {
        self.get(k)
            .map(|n| Sp::new(Phone::parse(n.str()).unwrap(), n.s))
    }
    fn keys(&self) -> Vec<(Word, N<'a>)> {
        match self.v {
            DeValue::Table(t) => t
                .iter()
                .map(|(k, v)| {
                    (
                        Sp::new(k.get_ref().to_string().into(), Span::new(self.f, k.span())),
                        N::new(self.f, v),
                    )
                })
                .collect(),
            _ => vec![],
        }
    }
    fn place(&self) -> PlaceRef {
        PlaceRef {
            span: self.s,
            edition: self.need("edition"),
            code: self.need("code"),
        }
    }
    fn term(&self) -> Term {
        Term {
            from: self.day("from").unwrap(),
            until: self.date("until"),
        }
    }
    fn wh(&self) -> Where {
        self.get("where")
            .map(|w| Where {
                place_kind: w.words("place_kind"),
                unit_kind: w.words("unit_kind"),
                place: w.words("place"),
                decided_from: w.day("decided_from"),
                decided_until: w.day("decided_until"),
                concentrated: w.bool("concentrated"),
                households_at_least: w.num("households_at_least"),
            })
            .unwrap_or_default()
    }
    fn cited(&self) -> Cited {
        Cited {
            text: self
                .text("text")
                .or_else(|| self.text("what"))
                .or_else(|| self.text("who"))
                .unwrap_or_else(|| self.text_here()),
            clause: self.w("clause"),
        }
    }
}

pub fn parse(sources: &Sources) -> (Draft, Report) {
    let mut d = Draft::default();
    for (i, file) in sources.files.iter().enumerate() {
        let f = FileId(i as u32);
        if file.kind == SourceKind::Article {
            continue;
        }
        let text: &'static str = Box::leak(file.text.clone());
        let t =
            DeTable::parse(text).unwrap_or_else(|e| panic!("{}: {e}\n{}", file.path, file.text));
        let v: &'static _ = Box::leak(Box::new(DeValue::Table(t.into_inner())));
        // lifetimes: leak the text as well
        let n: N<'_> = N {
            f,
            v: unsafe { std::mem::transmute::<&DeValue<'_>, &DeValue<'_>>(v) },
            s: Span::file(f),
        };
        match file.kind {
            SourceKind::Site => d.site = Some(site(n)),
            SourceKind::Places => d.editions.push(edition(n)),
            SourceKind::Scheme => d.schemes.push(scheme(n)),
            SourceKind::Roster => d.rosters.push(roster(n)),
            SourceKind::Private => d.private.push(PrivateDraft {
                file: f,
                place: n.get("place").map(|p| p.place()),
                people: n
                    .list("people")
                    .iter()
                    .map(|p| PrivatePersonDraft {
                        id: p.need("id"),
                        born: p.date("born").map(Private::new),
                        resident: p.bool("resident").map(Private::new),
                        texts: vec![],
                    })
                    .collect(),
            }),
            SourceKind::Rollout => {
                d.rollout = Some(RolloutDraft {
                    file: f,
                    scheme: n.need("scheme"),
                    note: n.text("note"),
                    steps: n
                        .list("steps")
                        .iter()
                        .map(|s| StepHeld {
                            step: s.need("step"),
                            started: s.day("started"),
                            finished: s.day("finished"),
                        })
                        .collect(),
                    pilots: n.list("pilots").iter().map(|p| p.place()).collect(),
                })
            }
            SourceKind::Agencies => {
                d.agencies = n
                    .list("agencies")
                    .iter()
                    .map(|a| AgencyDraft {
                        span: a.s,
                        scheme: a.need("scheme"),
                        agency: a.need("agency"),
                        phone: None,
                        address: a.text("address"),
                        email: None,
                    })
                    .collect()
            }
            _ => {}
        }
    }
    (d, Report::default())
}

fn site(n: N) -> SiteDraft {
    SiteDraft {
        file: n.f,
        title: n.text("title").unwrap(),
        summary: None,
        base_url: n.need("base_url"),
        languages: n
            .words("languages")
            .iter()
            .map(|w| w.value.parse().unwrap())
            .collect(),
        edition: n.need("edition"),
        scheme: n.need("scheme"),
        as_of: n.date("as_of"),
        sample: false,
        theme: n.w("theme").unwrap_or(Sp::new("default".into(), n.s)),
        publisher: PublisherDraft::default(),
        emergency: vec![],
        html: false,
    }
}
fn edition(n: N) -> EditionDraft {
    EditionDraft {
        file: n.f,
        id: n.need("id"),
        title: n.text("title").unwrap(),
        from: n.day("from"),
        until: n.day("until"),
        source: None,
        levels: n
            .list("levels")
            .iter()
            .map(|l| (l.need("id"), l.text("title").unwrap()))
            .collect(),
        roster_level: n.need("roster_level"),
        unit_level: n.need("unit_level"),
        kinds: n
            .list("kinds")
            .iter()
            .map(|l| (l.need("id"), l.need("level"), l.text("title").unwrap()))
            .collect(),
        places: n
            .list("places")
            .iter()
            .map(|p| PlaceDraft {
                span: p.s,
                code: p.need("code"),
                kind: p.need("kind"),
                name: p.need("name"),
                parent: p.w("parent"),
                centre: None,
                successors: p
                    .list("successors")
                    .iter()
                    .map(|s| SuccessorDraft {
                        edition: s.need("edition"),
                        code: s.need("code"),
                        share: Share::Whole,
                    })
                    .collect(),
            })
            .collect(),
    }
}
fn every(s: &str) -> Every {
    if s == "when called" {
        return Every::WhenCalled;
    }
    let (n, u) = s.split_once(' ').unwrap();
    let n = n.parse().unwrap();
    match &u[..1] {
        "w" => Every::Weeks(n),
        "m" => Every::Months(n),
        _ => Every::Years(n),
    }
}
fn scheme(n: N) -> SchemeDraft {
    SchemeDraft {
        file: n.f,
        id: n.need("id"),
        title: n.text("title").unwrap(),
        short: n.text("short").unwrap(),
        number: n.w("number").map(|w| w.value),
        date: n.day("date"),
        issuer: n.text("issuer"),
        summary: n.text("summary"),
        applies: n
            .list("applies")
            .iter()
            .map(|a| AppliesDraft {
                span: a.s,
                edition: a.need("edition"),
                places: a.words("places"),
                from: a.day("from").unwrap(),
                until: a.day("until"),
            })
            .collect(),
        superseded_by: n.get("superseded_by").map(|s| Superseded {
            from: s.day("from").unwrap(),
            title: s.text("title").unwrap(),
            scheme: s.w("scheme"),
            notice: s.text("notice").unwrap(),
        }),
        clauses: n
            .list("clauses")
            .iter()
            .map(|c| ClauseDraft {
                id: c.need("id"),
                title: c.text("title").unwrap(),
                note: c.text("note"),
            })
            .collect(),
        offices: n
            .list("offices")
            .iter()
            .map(|o| OfficeKindDraft {
                id: o.need("id"),
                level: o.need("level"),
                title: o.text("title").unwrap(),
                title_by_kind: o
                    .get("title_by_kind")
                    .map(|t| {
                        t.keys()
                            .into_iter()
                            .map(|(k, v)| (k, v.text_here()))
                            .collect()
                    })
                    .unwrap_or_default(),
                contact: o.w("contact"),
                held_by: o.w("held_by"),
                clause: o.w("clause"),
            })
            .collect(),
        bodies: n.list("bodies").iter().map(|b| body(*b)).collect(),
        values: n
            .list("values")
            .iter()
            .map(|v| ValueDraft {
                name: v.need("name"),
                value: v.text("value").unwrap(),
                clause: v.w("clause"),
            })
            .collect(),
        tables: n
            .get("tables")
            .map(|t| {
                t.keys()
                    .into_iter()
                    .map(|(id, t)| TableDraft {
                        id,
                        title: t.text("title").unwrap(),
                        rows: t
                            .get("rows")
                            .unwrap()
                            .keys()
                            .into_iter()
                            .map(|(k, v)| (k, v.int_here().unwrap() as u32))
                            .collect(),
                        default: t.num("default"),
                    })
                    .collect()
            })
            .unwrap_or_default(),
        rules: n
            .list("rules")
            .iter()
            .map(|r| RuleDraft {
                span: r.s,
                id: r.need("id"),
                kind: r.need("kind"),
                severity: if r.need("severity").value.as_ref() == "error" {
                    Severity::Error
                } else {
                    Severity::Warning
                },
                clauses: r.words("clause"),
                words: Text {
                    vi: r.need("vi").value,
                    en: r.w("en").map(|w| w.value),
                },
                condition: r.wh(),
                params: r
                    .keys()
                    .into_iter()
                    .filter(|(k, _)| {
                        !["id", "kind", "severity", "clause", "vi", "en", "where"]
                            .contains(&&*k.value)
                    })
                    .map(|(k, v)| {
                        let p = match v.v {
                            DeValue::String(_) => Param::Word(v.word()),
                            DeValue::Array(a) => {
                                Param::Words(a.iter().map(|x| N::new(n.f, x).word()).collect())
                            }
                            _ => Param::Number(Sp::new(v.int_here().unwrap(), v.s)),
                        };
                        (k, p)
                    })
                    .collect(),
            })
            .collect(),
        agencies: n
            .list("agencies")
            .iter()
            .map(|a| AgencyTasks {
                id: a.need("id"),
                name: a.text("name").unwrap(),
                clause: a.w("clause"),
                tasks: a.texts("tasks"),
            })
            .collect(),
        steering: n.get("steering").map(|s| s.cited()),
        steps: n
            .list("steps")
            .iter()
            .map(|s| StepDraft {
                id: s.need("id"),
                title: s.text("title").unwrap(),
                what: s.texts("what"),
                when: s.text("when").unwrap(),
                from: s.day("from"),
                until: s.day("until"),
                clause: s.w("clause"),
            })
            .collect(),
        funding: n.list("funding").iter().map(|c| c.cited()).collect(),
        reporting: n.list("reporting").iter().map(|c| c.cited()).collect(),
        campaigns: n
            .list("campaigns")
            .iter()
            .map(|c| CampaignDraft {
                id: c.need("id"),
                call: c.text("call").unwrap(),
                by: c.text("by").unwrap(),
                named: c.texts("named"),
                clause: c.w("clause"),
            })
            .collect(),
        bases: n
            .list("bases")
            .iter()
            .map(|b| LegalBasis {
                title: b.text("title").unwrap(),
                date: b.day("date"),
            })
            .collect(),
        abbreviations: n
            .list("abbreviations")
            .iter()
            .map(|b| AbbreviationDraft {
                short: b.need("short"),
                long: b.text("long").unwrap(),
            })
            .collect(),
    }
}
fn body(b: N) -> BodyKindDraft {
    let m = b.get("members");
    BodyKindDraft {
        id: b.need("id"),
        title: b.text("title").unwrap(),
        short: b.text("short").unwrap(),
        level: b.need("level"),
        serves: b.w("serves"),
        condition: b.wh(),
        clause: b.w("clause"),
        what: b.text("what"),
        posts: b
            .list("posts")
            .iter()
            .map(|p| PostDraft {
                id: p.need("id"),
                title: p.text("title").unwrap(),
                least: p.num("least"),
                most: p.num("most"),
                office: p.w("office"),
                seats: p.words("seats"),
                rank: p.num("rank").unwrap_or(3),
                clause: p.w("clause"),
            })
            .collect(),
        members: MembersDraft {
            least: m.and_then(|m| m.num("least")),
            most: m.and_then(|m| m.num("most")),
            table: b.w("members_table"),
        },
        standing_force: b
            .list("standing_force")
            .iter()
            .map(|s| StandingForceDraft {
                condition: s.wh(),
                title: s.text("title").unwrap(),
                clause: s.w("clause"),
            })
            .collect(),
        instead: b
            .list("instead")
            .iter()
            .map(|s| InsteadDraft {
                condition: s.wh(),
                text: s.text("text").unwrap(),
                clause: s.w("clause"),
            })
            .collect(),
        establishment: b.get("establishment").map(|e| EstablishmentDraft {
            proposed_by: e.w("proposed_by"),
            agreed_with: e.words("agreed_with"),
            decided_by: e.need("decided_by"),
            clause: e.w("clause"),
        }),
        election: b.get("election").map(|e| ElectionDraft {
            by: e.text("by").unwrap(),
            criteria: e.texts("criteria"),
            preference: e.text("preference"),
            clause: e.w("clause"),
        }),
        term: b.get("term").map(|t| TermRule {
            same_as: t.w("same_as"),
            years: t.num("years"),
            clause: t.w("clause"),
        }),
        meetings: b
            .list("meetings")
            .iter()
            .map(|m| MeetingDraft {
                id: m.need("id"),
                every: every(m.get("every").unwrap().str()),
                title: m.text("title").unwrap(),
                clause: m.w("clause"),
            })
            .collect(),
        duties: b.list("duties").iter().map(|c| c.cited()).collect(),
        lines: b
            .list("lines")
            .iter()
            .map(|l| Line {
                kind: LineKind::Guidance,
                by: l.text("by").unwrap(),
                clause: l.w("clause"),
            })
            .collect(),
        money: b
            .list("money")
            .iter()
            .map(|l| MoneyDraft {
                what: l.text("what").unwrap(),
                source: l.text("source"),
                percent: l.num("percent"),
                clause: l.w("clause"),
            })
            .collect(),
    }
}
fn roster(n: N) -> RosterDraft {
    let o = n.get("office");
    RosterDraft {
        file: n.f,
        place: n.get("place").map(|p| p.place()),
        scheme: n.w("scheme"),
        verified: n.get("verified").map(|v| VerifiedDraft {
            date: v.date("date").unwrap(),
            by: v.need("by").value,
        }),
        office: o
            .map(|o| OfficeDraft {
                span: Some(o.s),
                address: o.w("address"),
                phone: o.phone("phone"),
                police_duty: o.phone("police_duty"),
                email: o.w("email"),
                hours: o.text("hours"),
            })
            .unwrap_or_default(),
        people: n
            .list("people")
            .iter()
            .map(|p| PersonDraft {
                span: p.s,
                id: p.need("id"),
                name: p.need("name"),
                phone: p.phone("phone"),
                offices: p
                    .list("offices")
                    .iter()
                    .map(|h| HoldingDraft {
                        office: h.need("office"),
                        from: h.day("from"),
                        until: h.day("until"),
                        unit: h.w("unit"),
                    })
                    .collect(),
                consent: p.date("consent"),
                withhold: p.words("withhold"),
                withdrawn: p.date("withdrawn"),
            })
            .collect(),
        decisions: n
            .list("decisions")
            .iter()
            .map(|x| DecisionDraft {
                span: x.s,
                id: x.need("id"),
                number: x.need("number"),
                date: x.date("date").unwrap(),
                signed_by: x.need("signed_by"),
                proposed_by: x.w("proposed_by"),
                agreed_with: x.words("agreed_with"),
            })
            .collect(),
        units: n
            .list("villages")
            .iter()
            .map(|u| UnitDraft {
                span: u.s,
                id: u.need("id"),
                name: u.need("name"),
                kind: u.need("kind"),
                households: u.num("households"),
                head: u.get("head").map(|h| match h.date("vacant") {
                    Some(since) => HeadDraft::Vacant { since },
                    None => HeadDraft::Person {
                        person: h.need("person"),
                        term: h.get("term").map(|t| t.term()),
                    },
                }),
            })
            .collect(),
        bodies: n
            .list("bodies")
            .iter()
            .map(|b| BodyDraft {
                span: b.s,
                kind: b.need("kind"),
                scheme: b.w("scheme"),
                id: b.w("id"),
                name: b.w("name"),
                serves: b.words("serves"),
                decision: b.w("decision"),
                elected: b.date("elected"),
                term: b.get("term").map(|t| t.term()),
                households: b.int("households"),
                concentrated: b.w("concentrated").map(|w| w.value),
                meetings: b
                    .list("meetings")
                    .iter()
                    .map(|m| MeetingHeld {
                        meeting: m.need("meeting"),
                        date: m.day("date").unwrap(),
                    })
                    .collect(),
                members: b
                    .list("members")
                    .iter()
                    .map(|m| match m.w("vacant") {
                        Some(post) => MemberDraft::Vacant {
                            span: m.s,
                            post,
                            office: m.w("office"),
                            since: m.day("since"),
                        },
                        None => MemberDraft::Person {
                            span: m.s,
                            person: m.need("person"),
                            post: m.need("post"),
                            office: m.w("office"),
                            from: m.day("from"),
                            until: m.day("until"),
                        },
                    })
                    .collect(),
            })
            .collect(),
    }
}

#[test]
fn folder() {
    let Ok(root) = std::env::var("SITE") else {
        return;
    };
    fn walk(root: &std::path::Path, at: &std::path::Path, files: &mut Vec<SourceFile>) {
        let mut all: Vec<_> = std::fs::read_dir(at)
            .unwrap()
            .map(|e| e.unwrap().path())
            .collect();
        all.sort();
        for p in all {
            if p.is_dir() {
                walk(root, &p, files);
                continue;
            }
            let path = p.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            let kind = if path == "data/site.toml" {
                SourceKind::Site
            } else if path.starts_with("data/places/") {
                SourceKind::Places
            } else if path.starts_with("data/schemes/") {
                SourceKind::Scheme
            } else if path.starts_with("data/rosters/") {
                SourceKind::Roster
            } else if path.starts_with("data/private/") {
                SourceKind::Private
            } else if path == "data/rollout.toml" {
                SourceKind::Rollout
            } else if path == "data/agencies.toml" {
                SourceKind::Agencies
            } else {
                continue;
            };
            if !path.ends_with(".toml") {
                continue;
            }
            files.push(SourceFile {
                path: path.into(),
                kind,
                text: std::fs::read_to_string(&p).unwrap().into(),
            });
        }
    }
    let mut files = vec![];
    let root = std::path::PathBuf::from(root);
    walk(&root, &root.join("data"), &mut files);
    let sources = Sources {
        root,
        files,
        assets: vec![],
    };
    let (d, _) = parse(&sources);
    let people: usize = d.rosters.iter().map(|r| r.people.len()).sum();
    let (n, bodies) = (
        d.rosters.len(),
        d.rosters.iter().map(|r| r.bodies.len()).sum::<usize>(),
    );
    let as_of = d
        .site
        .as_ref()
        .and_then(|s| s.as_of)
        .map(|d| d.value)
        .unwrap_or(NaiveDate::from_ymd_opt(2008, 7, 15).unwrap());
    let t = std::time::Instant::now();
    let (r, mut report) = binhyen::check::check(d, as_of);
    let e = t.elapsed();
    report.sort(&sources);
    println!(
        "{n} rosters, {people} people, {bodies} bodies: {e:?}; registry {}; errors {} warnings {}; broken {}",
        r.is_some(),
        report.count(Severity::Error),
        report.count(Severity::Warning),
        r.map_or(0, |r| r.broken.len())
    );
    for d in report
        .diagnostics()
        .iter()
        .take(std::env::var("SHOW").map_or(40, |s| s.parse().unwrap()))
    {
        let (p, l) = d.at.map_or(("", 0), |s| {
            (
                sources.path(s.file),
                sources.text(s.file)[..s.start as usize]
                    .matches('\n')
                    .count()
                    + 1,
            )
        });
        println!(
            "{p}:{l}: {:?}[{}] {} | {} | {}",
            d.finding.severity(),
            d.finding.code(),
            d.finding.words(Lang::Vi),
            d.finding.words(Lang::En),
            d.finding.help(Lang::Vi).unwrap_or_default()
        );
    }
}
