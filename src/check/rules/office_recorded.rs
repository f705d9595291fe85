//! `office-recorded`: the commune's office gives an address or a phone.
//!
//! `field` is `address`, `phone` or `police_duty`. Broken when the office has no such entry.
//!
//! ```toml
//! kind = "office-recorded"
//! field = "address"
//! ```

use super::{
    super::{Office, Subject},
    Check, Kind, Scope,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};

pub(super) const KIND: Kind = Kind {
    name: "office-recorded",
    params: "`field` = `address`, `phone` or `police_duty`",
    broken: "the commune's office has no such entry",
    scope: Scope::Commune,
    make: |params| {
        let names: Vec<&str> = FIELDS.iter().map(|field| field.key).collect();
        let field = params.one_of("field", &names)?;
        Some(Box::new(OfficeRecorded {
            field: &FIELDS[field],
        }))
    },
};

struct Field {
    key: &'static str,
    vi: &'static str,
    en: &'static str,
    given: fn(&Office) -> bool,
}

static FIELDS: [Field; 3] = [
    Field {
        key: "address",
        vi: "địa chỉ trụ sở",
        en: "office address",
        given: |office| office.address.is_some(),
    },
    Field {
        key: "phone",
        vi: "số điện thoại trụ sở",
        en: "office phone",
        given: |office| office.phone.is_some(),
    },
    Field {
        key: "police_duty",
        vi: "số trực ban công an",
        en: "duty phone of the police",
        given: |office| office.police_duty.is_some(),
    },
];

struct OfficeRecorded {
    field: &'static Field,
}

impl Check for OfficeRecorded {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        let office = &cx.roster.office;
        if (self.field.given)(office) {
            return;
        }
        let place = wording::commune(cx);
        let vi = format!("{} chưa ghi {}", place.vi, self.field.vi);
        let en = format!(
            "{} has no {} recorded",
            wording::en_of(&place),
            self.field.en
        );
        let at = office.span.unwrap_or(cx.roster.at);
        let key = self.field.key;
        let todo = (
            format!("ghi `{key}` trong `[office]`"),
            format!("enter `{key}` in `[office]`"),
        );
        out.add(Breach::new(at, Subject::Commune, vi, en).todo(&todo.0, &todo.1));
    }
}
