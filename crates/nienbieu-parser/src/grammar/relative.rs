//! Days counted from the day of writing or from the day spoken of.

use super::{
    ast::Base,
    lex::{Found, lookup},
};

/// Days by name, longer first.
const DAYS: &[(&str, Base)] = &[
    ("ngày hôm nay", Base::Deictic(0)),
    ("hôm nay", Base::Deictic(0)),
    ("bữa nay", Base::Deictic(0)),
    ("ngày hôm qua", Base::Deictic(-1)),
    ("hôm qua", Base::Deictic(-1)),
    ("ngày hôm kia", Base::Deictic(-2)),
    ("hôm kia", Base::Deictic(-2)),
    ("hôm kìa", Base::Deictic(-3)),
    ("ngày mai", Base::Deictic(1)),
    ("ngày kia", Base::Deictic(2)),
    ("ngày mốt", Base::Deictic(2)),
    ("cùng ngày hôm trước", Base::Focus(-1)),
    ("ngày này năm ngoái", Base::Anniversary(-1)),
    ("ngày này năm trước", Base::Anniversary(-1)),
    ("ngày này năm sau", Base::Anniversary(1)),
    ("cùng ngày", Base::Focus(0)),
    ("ngày hôm đó", Base::Focus(0)),
    ("hôm đó", Base::Focus(0)),
    ("hôm ấy", Base::Focus(0)),
    ("ngày sau đó", Base::Focus(1)),
    ("ngày trước đó", Base::Focus(-1)),
    ("ngày hôm sau", Base::Focus(1)),
    ("hôm sau", Base::Focus(1)),
    ("ngày hôm trước", Base::Focus(-1)),
    ("hôm trước", Base::Focus(-1)),
];

/// `hôm nay`, `ngày mai`, `cùng ngày`, `hôm sau`
pub(crate) fn day(i: &str) -> Found<'_, Base> {
    lookup(DAYS)(i)
}

/// What a part of day may be followed by instead of a day's name: `sáng nay`, `tối qua`, `trưa mai`.
const AFTER_PART: &[(&str, Base)] = &[
    ("nay", Base::Deictic(0)),
    ("qua", Base::Deictic(-1)),
    ("kia", Base::Deictic(-2)),
    ("mai", Base::Deictic(1)),
    ("mốt", Base::Deictic(2)),
    ("hôm trước", Base::Focus(-1)),
    ("hôm sau", Base::Focus(1)),
    ("hôm đó", Base::Focus(0)),
    ("cùng ngày", Base::Focus(0)),
];

/// `nay`, `qua`, `mai` behind a part of day.
pub(crate) fn after_part(i: &str) -> Found<'_, Base> {
    lookup(AFTER_PART)(i)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::assert_found;

    #[test]
    fn days() {
        assert_found(day("hôm qua,"), ",", Base::Deictic(-1));
        assert_found(day("ngày hôm sau"), "", Base::Focus(1));
        assert!(day("hôm").is_err());
    }
}
