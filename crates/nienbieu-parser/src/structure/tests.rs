//! Whole pages, written for these tests.

use proptest::prelude::*;

use super::*;
use crate::text::lines::lines;

/// The moments that the grammar finds.
fn moments(text: &str, folded: &Folded) -> Vec<Moment> {
    let capital = |at| crate::scan::capital_at(text, folded, at);
    crate::scan::moments(&crate::scan::scan(folded.as_str(), &capital)).0
}

fn read(text: &str) -> Vec<Article> {
    let folded = Folded::new(text);
    let lines = lines(text, &folded);
    analyze(&folded, &lines, &moments(text, &folded))
}

fn one(text: &str) -> Article {
    let mut articles = read(text);
    assert_eq!(articles.len(), 1, "one article");
    articles.remove(0)
}

/// The kinds of an article's lines, furniture with its reason.
fn kinds(article: &Article) -> Vec<&str> {
    article.blocks.iter().map(|b| b.reason.as_deref().unwrap_or(b.kind.as_str())).collect()
}

fn words(part: &Option<SpannedText>) -> Option<&str> {
    part.as_ref().map(|p| &*p.text)
}

const KHEN: &str = "Trang chủ > Xã hội
Người giữ tiếng khèn ở bản Lao
Nguyễn Thảo - 14:30 12/10/2020
Nam miền Bắc
TPO - Hơn 40 năm qua, ông Giàng A Páo ở bản Lao vẫn dạy khèn cho lũ trẻ trong bản.

Ông Giàng A Páo bên cây khèn - Ảnh: N.T.

Học khèn từ năm lên 8, ông thuộc hơn 30 bài khèn cổ. \"Mất khèn là mất hồn bản\", ông nói.

>> Nghệ nhân ưu tú cuối cùng của làng gốm

Lớp học dưới hiên nhà

Từ năm 2015, lớp học của ông đón 12 học trò mỗi mùa hè. Tới nay đã có 5 em đạt giải.

- Mỗi tuần 3 buổi tối;
- Khèn do xã cấp.

Ai học cũng được?

Ông bảo ai thích thì ông dạy, con gái cũng được học khèn như con trai.

Lò Văn Sơn
#khèn Mông #Giàng A Páo
TIN LIÊN QUAN
Nghệ nhân ưu tú cuối cùng của làng gốm
Căn nhà nhỏ bên dòng sông vẫn đỏ lửa mỗi chiều...
Lễ hội Gầu Tào trở lại sau 3 năm
";

#[test]
fn a_page_with_everything() {
    let article = one(KHEN);
    assert_eq!(
        kinds(&article),
        [
            "section",
            "title",
            "stamp",
            "tools",
            "description",
            "caption",
            "paragraph",
            "related link",
            "heading",
            "paragraph",
            "list_item",
            "list_item",
            "heading",
            "paragraph",
            "byline",
            "tag list",
            "related link",
            "related link",
            "after the article",
            "related link",
        ]
    );
    assert_eq!(words(&article.title), Some("Người giữ tiếng khèn ở bản Lao"));
    assert_eq!(words(&article.section), Some("Xã hội"));
    assert_eq!(words(&article.outlet), Some("TPO"));
    assert_eq!(words(&article.byline), Some("Lò Văn Sơn"));
    assert!(words(&article.lead).is_some_and(|lead| lead.starts_with("TPO - Hơn 40 năm")));
    assert!(article.published.is_some());
    assert_eq!(article.modified, None);
}

#[test]
fn links_inside_a_text_are_told_from_captions_and_subheads() {
    let article = one("Bản Phiêng giữ rừng đầu nguồn nước

Hơn 200 ha rừng đầu nguồn của bản Phiêng chưa từng xảy ra một vụ cháy nào.

Chợ phiên cuối năm đông nghịt khách miền xuôi

Giá thịt lợn hơi giảm sâu trước kỳ nghỉ lễ dài

Dân bản Phiêng tuần tra rừng đầu nguồn

Giữ rừng từ gốc

Trưởng bản Phiêng cho biết mỗi tháng dân bản tuần tra rừng bốn lần.

Rừng được chia cho từng nhóm hộ trông coi.
");
    assert_eq!(
        kinds(&article),
        [
            "title",
            "description",
            "related link",
            "related link",
            "caption",
            "heading",
            "paragraph",
            "paragraph",
        ]
    );
}

#[test]
fn the_head_of_a_page_is_no_title() {
    let article = one("BÁO ĐIỆN TỬ SƠN LA
Trang chủ
Thời sự
Kinh tế
Xã hội
Thứ Bảy, 10/06/2023
Đăng nhập
TIN NÓNG
Mộc Châu vào mùa mận chín
Thứ Sáu, 9/6/2023 15:20
A- A A+
Những ngày này, các vườn mận ở Mộc Châu chín rộ, thương lái về tận bản thu mua.
Ông Vì Văn Long, bản Áng, cho biết giá mận đầu mùa đạt 25.000 đồng một cân
Hoàng Giang
0 bình luận
Giấy phép số 12/GP-BTTTT
");
    assert_eq!(words(&article.title), Some("Mộc Châu vào mùa mận chín"));
    assert_eq!(words(&article.outlet), Some("BÁO ĐIỆN TỬ SƠN LA"));
    assert_eq!(words(&article.section), None);
    assert_eq!(words(&article.byline), Some("Hoàng Giang"));
    assert_eq!(article.published, Some(1), "the stamp under the title, not the day of the visit");
    assert_eq!(kinds(&article)[11..13], ["paragraph", "paragraph"]);
    assert_eq!(kinds(&article)[14..], ["comments", "footer"]);
}

#[test]
fn lines_above_the_section_are_no_title() {
    let article =
        one("Thời tiết Đắk Mil 19 - 27°C hôm nay\nKINH TẾ\nVườn hồ tiêu Đắk Mil được mùa\n\
        Thứ Ba, 12/05/2020 - 06:50\n\nNông dân trong huyện đang thu hoạch hồ tiêu. Ai cũng vui.");
    assert_eq!(words(&article.title), Some("Vườn hồ tiêu Đắk Mil được mùa"));
}

#[test]
fn published_and_updated() {
    let head = "Sìn Hồ tiêm vắc xin cho 2.300 trẻ\n";
    let text = "\nHuyện Sìn Hồ vừa hoàn thành đợt tiêm cho trẻ từ 5 đến dưới 12 tuổi.\nĐợt tiêm ngày 7/5/2022 an toàn.\n";
    for (stamp, published, modified) in [
        ("Đăng lúc: 08:00 12/05/2022\nCập nhật: 13/05/2022 09:10", Some(0), Some(1)),
        ("Cập nhật lúc 09:10, 13/05/2022", Some(0), None),
        ("Ngày đăng: 12/05/2022 | Lượt xem: 345 | Tác giả: Lê Hoài", Some(0), None),
        ("Cập nhật: 13/05/2022 09:10 - Đăng: 12/05/2022", Some(1), Some(0)),
        ("12/05/2022 08:00 1.250 lượt xem", Some(0), None),
        ("Ngày đăng:\n12/05/2022", Some(0), None),
        ("", None, None),
    ] {
        let article = one(&format!("{head}{stamp}\n{text}"));
        assert_eq!((article.published, article.modified), (published, modified), "{stamp}");
        assert!(!article.stamp_moments.contains(&2));
    }
}

#[test]
fn a_date_that_begins_a_sentence_is_no_stamp() {
    let article = one(
        "Khai giảng lớp xóa mù chữ\n\nNgày 11/05/2022, xã khai giảng lớp.\nLớp có 25 học viên.\n",
    );
    assert_eq!((article.published, &*article.stamp_moments), (None, &[][..]));
}

#[test]
fn dates_that_head_a_diary_are_no_stamps() {
    let article = one("Nhật ký chống dịch ở bản Phiêng\n
05/02/2021\nBản có ca nghi mắc đầu tiên.\n
06/02/2021\nKết quả về: cả 32 mẫu âm tính.\n
07/02/2021\nChốt kiểm soát 45 lượt xe.\n");
    assert_eq!(kinds(&article)[..3], ["title", "heading", "paragraph"]);
    assert_eq!(article.published, None);
}

#[test]
fn what_has_no_title() {
    for text in [
        "Hôm nay trời đẹp",
        "Sáng 5/8/2022, huyện Mường Lay khai trương trạm y tế mới.",
        "Sáng 5/8/2022, huyện khai trương trạm y tế mới.\nTrạm có 7 giường bệnh.",
    ] {
        let article = one(text);
        assert_eq!(article.title, None, "{text}");
        assert!(kinds(&article).iter().all(|&kind| kind == "paragraph"), "{text}");
    }
}

#[test]
fn a_title_over_several_lines() {
    let article = one("TĂNG CƯỜNG PHÒNG CHÁY RỪNG
MÙA KHÔ NĂM NAY
Ngày đăng: 12/12/2023

Chủ tịch huyện vừa ký văn bản yêu cầu các xã giữ rừng.
");
    assert_eq!(words(&article.title), Some("TĂNG CƯỜNG PHÒNG CHÁY RỪNG MÙA KHÔ NĂM NAY"));
    assert_eq!(kinds(&article), ["title", "title", "stamp", "paragraph"]);
}

#[test]
fn lists_tables_and_talk() {
    let article = one("Nậm Pồ giao nhiệm vụ giữ rừng\n
Huyện yêu cầu các xã:
1. Rà soát phương án:
a) Lập tổ xung kích;
b) Trực khi có cảnh báo.
2. Tuyên truyền:
- Không đốt nương;
+ Có mẫu cam kết.\n
Xã | Rừng (ha) | Tổ
Nà Khoa | 1.200 | 6
Nà Bủng | 950 | 5\n
- Thưa ông, xã đã chuẩn bị gì?
- Chúng tôi đã lập 6 tổ tuần tra.
");
    let items: Vec<_> = article
        .blocks
        .iter()
        .filter(|b| b.kind == BlockKind::ListItem)
        .map(|b| (b.marker.as_deref(), b.parent))
        .collect();
    assert_eq!(
        items,
        [
            (Some("1"), None),
            (Some("a)"), Some(2)),
            (Some("b)"), Some(2)),
            (Some("2"), None),
            (Some("-"), Some(5)),
            (Some("+"), Some(6)),
        ]
    );
    assert_eq!(kinds(&article)[8..], ["table", "table", "table", "paragraph", "paragraph"]);
}

#[test]
fn articles_one_after_another() {
    let articles = read(
        "Thời sự
Lai Châu công bố 2 dự án giao thông
Cập nhật: 09:15, 02/03/2024

Tỉnh vừa công bố chủ trương đầu tư 2 dự án giao thông tại huyện Phong Thổ.

Hai tuyến đường dài 38 km, hoàn thành năm 2026.

Tin liên quan
Cầu Háng Là thông xe trước Tết (01/03/2024)
Mở đường vào bản xa nhất xã

Kinh tế
Giá sắn tăng 300 đồng mỗi kg
Cập nhật: 10:40, 02/03/2024

Giá sắn tươi sáng 2/3 đạt 2.900 đồng/kg, tăng 300 đồng.

Nông dân tranh thủ thu hoạch trước mùa mưa.

Mùa A Dờ

Tập huấn kỹ thuật trồng chè shan tuyết

(ĐBP) - Sáng 13/3, trung tâm tổ chức lớp tập huấn cho 45 hội viên.
",
    );
    let titles: Vec<_> = articles.iter().map(|a| words(&a.title).unwrap_or("")).collect();
    assert_eq!(
        titles,
        [
            "Lai Châu công bố 2 dự án giao thông",
            "Giá sắn tăng 300 đồng mỗi kg",
            "Tập huấn kỹ thuật trồng chè shan tuyết",
        ]
    );
    assert_eq!(words(&articles[1].section), Some("Kinh tế"));
    assert_eq!(words(&articles[1].byline), Some("Mùa A Dờ"));
    assert_eq!(words(&articles[2].outlet), Some("ĐBP"));
}

#[test]
fn links_with_dates_and_teasers_are_no_articles() {
    let article = one("Khánh thành cầu dân sinh
12/03/2022 10:00

Huyện khánh thành cầu dân sinh bản Háng Là.

Cầu dài 24 m, giúp 86 hộ dân đi lại trong mùa mưa.

Các tin khác
Chợ phiên đông khách trở lại
11/03/2022 08:00
Sáng nay, chợ phiên đón hơn 500 lượt khách.
Hiến máu tình nguyện đợt đầu năm
10/03/2022 09:30
Có 120 đoàn viên tham gia hiến máu.
");
    assert_eq!(article.stamp_moments.len(), 1);
    assert_eq!(kinds(&article)[4..].iter().filter(|&&k| k == "paragraph").count(), 0);
}

/// Every line stands in one block of one article, in order, with the line's own span.
fn assert_whole(text: &str) {
    let folded = Folded::new(text);
    let lines = lines(text, &folded);
    let articles = analyze(&folded, &lines, &moments(text, &folded));
    let blocks: Vec<Span> = articles.iter().flat_map(|a| &a.blocks).map(|b| b.span).collect();
    assert_eq!(blocks, lines.iter().map(|l| l.span).collect::<Vec<_>>());
    for article in &articles {
        let parts = [&article.byline, &article.outlet, &article.section, &article.lead];
        for part in parts.into_iter().flatten() {
            assert_eq!(part.span.of(text), Some(&*part.text));
        }
        for block in &article.blocks {
            assert_eq!(block.kind == BlockKind::Chrome, block.reason.is_some());
        }
    }
}

#[test]
fn no_line_is_lost_under_other_encodings() {
    for text in [
        KHEN.replace('\n', "\r\n"),
        KHEN.replace(' ', "\u{a0}"),
        KHEN.replace('ề', "e\u{302}\u{300}"),
    ] {
        assert_whole(&text);
        assert_eq!(one(&text).blocks.len(), one(KHEN).blocks.len());
    }
}

#[test]
fn long_pages_are_read_whole() {
    assert_whole(&KHEN.replace("12/10/2020", "12/10").repeat(100));
}

proptest! {
    #[test]
    fn any_text_is_read_whole(text in "\\PC{0,200}") {
        assert_whole(&text);
    }

    /// Lines of real pages in any order, with any line ends.
    #[test]
    fn any_page_is_read_whole(order in prop::collection::vec((0usize..30, 0usize..4), 0..40)) {
        let lines: Vec<&str> = KHEN.lines().collect();
        let extra = ["TTXVN", "- ", "a) ", "( )", "12/3/2020", "|", "X | Y", "Theo", "Tin, ảnh:", "e\u{301}"];
        let text: String = order.iter().map(|&(line, end)| {
            let line = lines.get(line).copied().unwrap_or(extra[line % extra.len()]);
            format!("{line}{}", ["\n", "\r\n", "\n\n", "\u{2028}"][end])
        }).collect();
        assert_whole(&text);
    }
}
