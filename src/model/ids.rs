//! Small typed indices, so that a post is never taken for a person.

macro_rules! index {
    ($($(#[$meta:meta])* $name:ident($int:ty);)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub $int);

        impl $name {
            /// The index of the `at`-th element.
            pub fn new(at: usize) -> Self {
                $name(<$int>::try_from(at).unwrap_or(<$int>::MAX))
            }

            /// As an index into a slice.
            pub const fn at(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

index! {
    /// A place of the gazetteer, over all editions.
    PlaceIdx(u32);
    /// A scheme.
    SchemeIdx(u16);
    /// A body of a scheme.
    BodyIdx(u16);
    /// A post of a body.
    PostIdx(u16);
    /// An office of a scheme.
    OfficeIdx(u16);
    /// A roster, in the order of the registry.
    RosterIdx(u32);
    /// A person of a roster.
    PersonIdx(u32);
    /// A village (residential unit) of a roster.
    UnitIdx(u16);
    /// Where someone stands in a roster: first the heads by village, then the seats by body.
    ChairIdx(u32);
    /// A Markdown source.
    ArticleIdx(u32);
}
