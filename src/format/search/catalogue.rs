//! The catalogue: the one part that is always read first. It says which parts there are, which syllables lead where, and
//! holds the words of the interface and what people type.

use std::collections::{BTreeMap, BTreeSet};

use ecow::EcoString;

use super::{
    Said, Search,
    articles::{Articles, Weight},
    names::Names,
    places::{Places, Space},
    script::Json,
    titles::Titles,
    usage::Usage,
};
use crate::{
    diag::Lang,
    model::syllable,
    plan::{SitePlan, Subject},
    scheme::Reach,
};

/// Everything the catalogue is made from.
pub(super) struct Contents<'c> {
    /// The plan.
    pub plan: &'c SitePlan<'c>,
    /// The format's own words.
    pub search: &'c Search,
    /// A word that changes when any part does.
    pub version: String,
    /// Places.
    pub places: &'c Places<'c>,
    /// Titles.
    pub titles: &'c Titles,
    /// Parts of places.
    pub noi: Space,
    /// Parts of names.
    pub names: Names,
    /// Parts of numbers.
    pub numbers: Vec<EcoString>,
    /// Parts of articles.
    pub articles: Articles,
}

/// Signs for what a syllable leads to: sixteen times how many places, four times how many names, and how it stands in texts.
const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

impl Contents<'_> {
    /// The catalogue of a language.
    pub(super) fn write(&self, lang: Lang) -> Json {
        let mut json = Json::default();
        let info = &self.plan.site.info;
        let main = info.languages.first().copied().unwrap_or_default();
        json.object().key("v").text(&self.version);
        json.key("lang")
            .number(lang as u8)
            .key("main")
            .number(main as u8);
        json.key("home").maybe(self.stem(Subject::Places));
        json.key("deep").number(self.places.depth());
        json.key("parts").object();
        json.key("noi").text(&self.noi.files.join(" "));
        json.key("ten").text(&self.names.space.files.join(" "));
        json.key("so").text(&self.numbers.join(" "));
        json.key("chu").text(&self.articles.files.join(" ")).done();
        json.key("ho").number(self.names.buckets);
        self.vocabulary(&mut json);
        json.key("tops").list();
        for at in &self.places.tops {
            json.raw(&self.places.row(*at, false));
        }
        json.end();
        self.titles(lang, &mut json);
        self.kinds(lang, &mut json);
        self.pages(lang, &mut json);
        self.agencies(lang, &mut json);
        self.usage(lang, &mut json);
        self.said(lang, &mut json);
        json.done();
        json
    }

    fn stem(&self, subject: Subject) -> Option<&str> {
        self.plan.addresses.stem(subject)
    }

    /// Every syllable, each with how many letters it shares with the one before; numbers apart, since digits count there.
    fn vocabulary(&self, json: &mut Json) {
        let mut signs: BTreeMap<&EcoString, usize> = BTreeMap::new();
        for (key, count) in &self.noi.counts {
            *signs.entry(key).or_default() += 16 * level(*count, 8, 40);
        }
        for (key, count) in &self.names.space.counts {
            *signs.entry(key).or_default() += 4 * level(*count, 20, Names::MOST);
        }
        for (key, weight) in &self.articles.weights {
            *signs.entry(key).or_default() += match weight {
                Weight::Text => 1,
                Weight::Heading => 2,
                Weight::Everywhere => 3,
            };
        }
        let (mut words, mut codes, mut numbers) = (String::new(), String::new(), Vec::new());
        let mut before = "";
        for (key, sign) in signs {
            if syllable::is_number(key) {
                numbers.push(&**key);
                continue;
            }
            let shared = before.chars().zip(key.chars()).take_while(|(a, b)| a == b);
            let shared = shared.count().min(9);
            let rest = key
                .char_indices()
                .nth(shared)
                .map_or("", |(at, _)| &key[at..]);
            words.push_str(&shared.to_string());
            words.push_str(rest);
            codes.push(char::from(SIGNS[sign]));
            before = key;
        }
        json.key("syl").text(&words).key("sign").text(&codes);
        json.key("num").text(&numbers.join(" "));
    }

    fn titles(&self, lang: Lang, json: &mut Json) {
        let lang = lang as usize;
        json.key("titles")
            .texts(self.titles.words.iter().map(|words| &words[lang]));
        json.key("bodies").list();
        for body in &self.titles.bodies {
            let reach = match body.reach {
                Reach::Commune => 0,
                Reach::Unit => 1,
                Reach::Deeper => 2,
            };
            json.list().text(&body.title[lang]).text(&body.short[lang]);
            json.number(reach).end();
        }
        json.end();
    }

    /// Kinds of place: what they are called in both languages, as they stand in names, and whether they are villages.
    fn kinds(&self, lang: Lang, json: &mut Json) {
        let gazetteer = &self.plan.site.gazetteer;
        let mut kinds: BTreeSet<(&str, &str, bool)> = BTreeSet::new();
        for edition in &gazetteer.editions {
            for kind in &edition.kinds {
                let is_unit = kind.level >= edition.unit_level;
                for word in [kind.title.get(Lang::Vi), kind.title.get(lang)] {
                    kinds.insert((word, &kind.title.vi, is_unit));
                }
            }
        }
        json.key("kinds").list();
        for (word, written, is_unit) in kinds {
            json.list()
                .text(word)
                .text(written)
                .number(u8::from(is_unit))
                .end();
        }
        json.end();
    }

    /// The pages of the site that are no article.
    fn pages(&self, lang: Lang, json: &mut Json) {
        let scheme = self.plan.site.scheme;
        let words = &self.search.words[lang as usize];
        let listed = [
            ("nav_places", Subject::Places),
            ("nav_books", Subject::Books),
            ("nav_campaign", Subject::Campaign),
            ("nav_progress", Subject::Progress(scheme)),
            ("nav_duties", Subject::Duties(scheme)),
            ("nav_rules", Subject::Rules(scheme)),
            ("nav_schemes", Subject::Schemes),
            ("nav_glossary", Subject::Glossary),
        ];
        json.key("pages").list();
        for (word, subject) in listed {
            let there = self.plan.languages(subject).contains(&lang);
            let Some(stem) = self.stem(subject).filter(|_| there) else {
                continue;
            };
            if let Some(Said::Plain(title)) = words.get(word) {
                json.list().text(title).text(stem).end();
            }
        }
        json.end();
    }

    /// Agencies above the communes, with their numbers.
    fn agencies(&self, lang: Lang, json: &mut Json) {
        json.key("agencies").list();
        for contact in &self.plan.site.agencies {
            let scheme = self.plan.site.schemes.get(contact.scheme);
            let stem = self.stem(Subject::Duties(contact.scheme));
            if let (Some(stem), Some(agency)) = (stem, scheme.agencies.get(contact.agency)) {
                json.list().text(agency.name.get(lang)).text(stem);
                json.maybe(contact.phone.as_ref().map(crate::model::Phone::digits))
                    .end();
            }
        }
        json.end();
    }

    /// What people type; Vietnamese words count in every language.
    fn usage(&self, lang: Lang, json: &mut Json) {
        let mut usages = vec![&self.search.usage[Lang::Vi as usize]];
        if lang != Lang::Vi {
            usages.push(&self.search.usage[lang as usize]);
        }
        let all = |of: fn(&Usage) -> &Vec<String>| -> Vec<&String> {
            usages.iter().flat_map(|usage| of(usage)).collect()
        };
        json.key("courtesy").texts(all(|usage| &usage.courtesy));
        json.key("ignored").texts(all(|usage| &usage.ignored));
        let mut short: BTreeMap<&str, &str> = BTreeMap::new();
        let schemes = self.plan.site.schemes.all.iter();
        for one in schemes.flat_map(|scheme| &scheme.abbreviations) {
            // What follows in brackets is said about it, not by it.
            let long = one.long.get(Lang::Vi);
            short.insert(&one.short.value, long.split(" (").next().unwrap_or(long));
        }
        let of_theme = usages.iter().flat_map(|usage| &usage.abbreviations);
        short.extend(of_theme.map(|(short, long)| (&**short, &**long)));
        pairs("short", short, json);
        let beside = usages.iter().flat_map(|usage| &usage.beside_village);
        pairs(
            "beside",
            beside.map(|(short, long)| (&**short, &**long)),
            json,
        );
        json.key("urgent").list();
        for entry in &self.plan.site.info.emergency {
            let number = entry.number.show();
            let words = usages.iter().flat_map(|usage| &usage.emergency);
            let words = words.filter(|urgent| urgent.number == number);
            json.list().text(&number).text(entry.title.get(lang));
            json.texts(words.flat_map(|urgent| &urgent.words)).end();
        }
        json.end();
    }

    /// The words of the interface.
    fn said(&self, lang: Lang, json: &mut Json) {
        json.key("say").object();
        for (key, said) in &self.search.words[lang as usize] {
            let Some(key) = key.strip_prefix("find_") else {
                continue;
            };
            json.key(key);
            match said {
                Said::Plain(text) => json.text(text),
                Said::Counted(one, other) => json.texts([one, other]),
            };
        }
        json.done();
    }
}

fn pairs<'p>(key: &str, pairs: impl IntoIterator<Item = (&'p str, &'p str)>, json: &mut Json) {
    json.key(key).object();
    for (short, long) in pairs {
        json.key(short).text(long);
    }
    json.done();
}

/// 0 none, 1 few, 2 some, 3 many.
fn level(count: usize, few: usize, some: usize) -> usize {
    match count {
        0 => 0,
        count if count <= few => 1,
        count if count <= some => 2,
        _ => 3,
    }
}
