use nienbieu_model::Place;

use crate::{Options, parse};

/// The places of an article of that day: words, level, and the code, or the status where there is none.
fn places_on(day: &str, text: &str) -> Vec<Place> {
    let options = Options { published: Some(day.parse().unwrap()), ..Options::default() };
    parse(text, &options).into_iter().next().unwrap().places
}

fn said(day: &str, text: &str) -> Vec<String> {
    let say = |place: Place| {
        let what = place.code.unwrap_or_else(|| place.status.as_str().to_owned());
        format!("{} = {} {what}", place.text, place.level.unwrap_or_default())
    };
    places_on(day, text).into_iter().map(say).collect()
}

/// Each text and all its places, in the summer of 2021.
#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    for (text, want) in cases {
        assert_eq!(said("2021-08-20", text), *want, "{text}");
    }
}

#[test]
fn units_behind_their_words() {
    check(&[
        ("Đoàn đến tỉnh Điện Biên.", &["tỉnh Điện Biên = province VN-71"]),
        ("Tại TP. Cao Lãnh có mưa.", &["TP. Cao Lãnh = district VN-45-866"]),
        ("Bão vào TX. Kỳ Anh tối qua.", &["TX. Kỳ Anh = district VN-23-449"]),
        ("Lũ quét ở H. Mường Tè.", &["H. Mường Tè = district VN-01-107"]),
        (
            "Họp ở thị trấn Tam Đường, huyện Tam Đường.",
            &[
                "thị trấn Tam Đường = commune VN-01-106-03390",
                "huyện Tam Đường = district VN-01-106",
            ],
        ),
        (
            "Cháy ở phường 7, quận 3, TP.HCM.",
            &[
                "phường 7 = commune unresolved",
                "quận 3 = district VN-SG-770",
                "TP.HCM = province VN-SG",
            ],
        ),
        (
            "Xe đi từ Q.1 về TP Thủ Đức (TP.HCM).",
            &[
                "Q.1 = district VN-SG-760",
                "TP Thủ Đức = district VN-SG-769",
                "TP.HCM = province VN-SG",
            ],
        ),
        (
            "Ngập nặng ở phường Thủy Biều, TP Huế.",
            &["phường Thủy Biều = commune VN-26-474-19807", "TP Huế = district VN-26-474"],
        ),
        (
            "Mở chợ ở huyện Cư M’gar, tỉnh Đắk Lắk.",
            &["huyện Cư M’gar = district VN-33-648", "tỉnh Đắk Lắk = province VN-33"],
        ),
        ("Khởi công ở huyện Mĩ Đức.", &["huyện Mĩ Đức = district VN-HN-282"]),
        ("Mưa ở huyện Mỹ Đức và 3 xã, phường lân cận.", &["huyện Mỹ Đức = district VN-HN-282"]),
        ("Ba ca viêm não Nhật Bản ở huyện Mỹ Đức.", &["huyện Mỹ Đức = district VN-HN-282"]),
        (
            "Lễ hội ở thị xã Quảng Yên, Quảng Ninh.",
            &["thị xã Quảng Yên = district VN-13-206", "Quảng Ninh = province VN-13"],
        ),
    ]);
}

#[test]
fn names_without_words() {
    check(&[
        ("Lai Châu: Mưa lớn gây sạt lở.", &["Lai Châu = province VN-01"]),
        (
            "Đoàn từ Sìn Hồ (Lai Châu) về xuôi.",
            &["Sìn Hồ = district VN-01-108", "Lai Châu = province VN-01"],
        ),
        (
            "Dân Nà Tấu, huyện Điện Biên được cấp gạo.",
            &["Nà Tấu = commune VN-71-094-03316", "huyện Điện Biên = district VN-71-100"],
        ),
        (
            "Hàng đi Lào, Campuchia và Nhật Bản.",
            &["Lào = country LA", "Campuchia = country KH", "Nhật Bản = country JP"],
        ),
        (
            "Mưa ở Tây Nguyên và đồng bằng sông Cửu Long.",
            &["Tây Nguyên = region VN", "đồng bằng sông Cửu Long = region VN"],
        ),
        ("Tàu cá ra Thái Bình Dương.", &["Thái Bình Dương = region resolved"]),
        (
            "Xe khách về Thừa Thiên - Huế, BR-VT, Đắc Lắc, Bắc Cạn.",
            &[
                "Thừa Thiên - Huế = province VN-26",
                "BR-VT = province VN-43",
                "Đắc Lắc = province VN-33",
                "Bắc Cạn = province VN-53",
            ],
        ),
    ]);
}

#[test]
fn lists() {
    check(&[
        (
            "Các huyện Tam Đường, Sìn Hồ và Phong Thổ có lũ.",
            &[
                "huyện Tam Đường = district VN-01-106",
                "Sìn Hồ = district VN-01-108",
                "Phong Thổ = district VN-01-109",
            ],
        ),
        (
            "Tại huyện Kim Bảng, các xã: Thi Sơn, Liên Sơn, Thanh Sơn có dịch.",
            &[
                "huyện Kim Bảng = district VN-63-350",
                "xã: Thi Sơn = commune VN-63-350-13435",
                "Liên Sơn = commune VN-63-350-13432",
                "Thanh Sơn = commune VN-63-350-13438",
            ],
        ),
        (
            "Các tỉnh, thành phố Bắc Ninh, Hải Phòng, Hưng Yên cùng họp.",
            &[
                "tỉnh, thành phố Bắc Ninh = province VN-56",
                "Hải Phòng = province VN-HP",
                "Hưng Yên = province VN-66",
            ],
        ),
        (
            "Công dân huyện Kim Bảng, Hà Nam đã về.",
            &["huyện Kim Bảng = district VN-63-350", "Hà Nam = province VN-63"],
        ),
    ]);
}

#[test]
fn places_below_communes_and_roads_have_no_code() {
    check(&[
        (
            "Nhà ở bản Nà Sự, xã Chà Nưa, huyện Nậm Pồ.",
            &[
                "bản Nà Sự = hamlet unresolved",
                "xã Chà Nưa = commune VN-71-103-03187",
                "huyện Nậm Pồ = district VN-71-103",
            ],
        ),
        (
            "Tổ dân phố 5 và ấp Tân Lợi đã họp.",
            &["Tổ dân phố 5 = hamlet unresolved", "ấp Tân Lợi = hamlet unresolved"],
        ),
        (
            "Xe lật trên quốc lộ 4D và đường Hà Giang.",
            &["quốc lộ 4D = road unresolved", "đường Hà Giang = road unresolved"],
        ),
        (
            "Tắc ở đường 30/4, phố Lý Thường Kiệt và cao tốc Hà Nội - Hải Phòng.",
            &[
                "đường 30/4 = road unresolved",
                "phố Lý Thường Kiệt = road unresolved",
                "cao tốc Hà Nội - Hải Phòng = road unresolved",
            ],
        ),
        (
            "Hàng qua cửa khẩu Ma Lù Thàng và cầu Long Biên.",
            &["cửa khẩu Ma Lù Thàng = facility unresolved", "cầu Long Biên = facility unresolved"],
        ),
    ]);
    let places = places_on("2021-08-20", "Ca bệnh ở thôn 4 xã Thi Sơn, huyện Kim Bảng.");
    assert_eq!(places[0].parent.as_deref(), Some("VN-63-350-13435"));
    assert_eq!(places[1].parent.as_deref(), Some("VN-63-350"));
    assert_eq!(places[2].parent.as_deref(), Some("VN-63"));
}

#[test]
fn what_is_no_place() {
    check(&[
        ("Chị Hà Giang và ông Nguyễn Thái Bình đến sớm.", &[]),
        ("Người dân mong hòa bình, hạnh phúc và an giang.", &[]),
        ("Kỷ niệm Chiến thắng Điện Biên Phủ và Bình Định vương.", &[]),
        ("Báo Lai Châu đưa tin; ca sĩ Hà Anh hát.", &[]),
        ("Anh kể chuyện. Đức tin là quý. Ý kiến hay.", &[]),
        ("Học tiếng Anh và tiếng Pháp.", &[]),
        ("Chủ tịch UBND tỉnh Tòng Văn Lả phát biểu.", &[]),
        ("Y sĩ Hồ Thị Lan và già làng Rơ Châm Hyút có mặt.", &[]),
        ("Ban hành bản Nội quy và các bản Hướng dẫn mới.", &[]),
        ("Lượng mưa đo tại thành phố 120 mm.", &[]),
        ("Xã hội, phường hội và tỉnh ủy.", &[]),
        ("Chủ tịch Hồ Chí Minh về thăm.", &[]),
        ("Bà Tân Lập mở quán.", &[]),
    ]);
    assert_eq!(said("2021-08-20", "Ha Giang: mua lon o huyen Dong Van, Lai Chau."), [""; 0]);
}

#[test]
fn parents_the_articles_province_and_dates_decide() {
    let first = |day: &str, text: &str| said(day, text).into_iter().next().unwrap();
    assert_eq!(
        first("2021-08-20", "Lúa ở huyện Châu Thành, tỉnh Bến Tre."),
        "huyện Châu Thành = district VN-50-831"
    );
    assert_eq!(
        first("2021-08-20", "Lúa ở huyện Châu Thành."),
        "huyện Châu Thành = district ambiguous"
    );
    let own = "Tây Ninh: Lúa được mùa\n\nNông dân huyện Châu Thành gặt xong 120 ha.";
    assert_eq!(
        said("2021-08-20", own),
        ["Tây Ninh = province VN-37", "huyện Châu Thành = district VN-37-708"]
    );
    let bare = "Tây Ninh được mùa lúa\n\nNông dân Châu Thành gặt xong 120 ha.";
    assert_eq!(said("2021-08-20", bare)[1], "Châu Thành = district VN-37-708");
    assert_eq!(said("2021-08-20", "Nông dân Châu Thành gặt xong 120 ha."), [""; 0]);
    assert_eq!(
        first("2024-06-01", "Họp ở thành phố Bến Cát."),
        "thành phố Bến Cát = district VN-57-721"
    );
    assert_eq!(
        first("2025-09-01", "Họp ở xã Nà Tấu, tỉnh Điện Biên."),
        "xã Nà Tấu = commune VN-71-03316"
    );
    assert_eq!(
        first("2025-09-01", "Họp ở đặc khu Lý Sơn."),
        "đặc khu Lý Sơn = commune VN-29-21548"
    );
}

#[test]
fn misspelt_names_are_never_resolved() {
    let places = places_on("2021-08-20", "Lai Châu có lũ\n\nĐường vào huyện Sình Hồ bị cắt.");
    let place = places.iter().find(|place| place.text == "huyện Sình Hồ").unwrap();
    assert_eq!((place.status.as_str(), place.code.as_deref()), ("unresolved", None));
    assert_eq!(place.candidates, ["VN-01-108"]);
    let list = places_on("2021-08-20", "Dịch ở TP.HCM, Bình Dương, Hải Dươn.");
    let last = list.last().unwrap();
    assert_eq!((last.text.as_str(), last.status.as_str()), ("Hải Dươn", "unresolved"));
    assert!(last.candidates.contains(&"VN-61".to_owned()));
}

#[test]
fn ids_count_in_order() {
    let places = places_on("2021-08-20", "Từ Hà Nội, Nam Định đến Huế.");
    let ids: Vec<_> = places.iter().map(|place| place.id.as_str()).collect();
    assert_eq!(ids, ["l1", "l2", "l3"]);
    assert!(places.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
}

#[test]
fn a_word_may_end_in_a_places_word() {
    check(&[
        ("Chủ tịch yêu cầu Sở Giao thông vận tải thông tuyến.", &[]),
        ("Theo văn bản Sở Y tế gửi các đơn vị.", &[]),
        ("Nhu cầu Việt Nam tăng cao.", &["Việt Nam = country VN"]),
        ("Hợp tác xã Bình Minh thu mua lúa.", &[]),
        ("Cơ quan lập biên bản Nguyễn Hoài.", &[]),
        ("Đoàn qua cầu Nậm Mức.", &["cầu Nậm Mức = facility unresolved"]),
    ]);
}

#[test]
fn lists_behind_other_words_and_figures() {
    let text = "Sơn La tiêm bù cho trẻ\n\nỞ huyện Mộc Châu, các xã vùng cao như Chiềng Sơn, Tân Lập còn trẻ chưa tiêm.";
    assert_eq!(
        said("2021-08-20", text),
        [
            "Sơn La = province VN-05",
            "huyện Mộc Châu = district VN-05-123",
            "Chiềng Sơn = commune VN-05-123-03985",
            "Tân Lập = commune VN-05-123-03997",
        ]
    );
    let figures = "Gia Lai có 3 ca tử vong\n\nNhiều nhất ở các huyện Krông Pa (4.215 ca), Chư Prông 3.870 ca và Kbang 12,5%.";
    assert_eq!(
        said("2021-08-20", figures),
        [
            "Gia Lai = province VN-30",
            "huyện Krông Pa = district VN-30-637",
            "Chư Prông = district VN-30-632",
            "Kbang = district VN-30-625",
        ]
    );
}

#[test]
fn a_districts_name_may_hold_a_word_of_places() {
    let text = "Tiền Giang có dịch\n\nDịch ở các huyện Châu Thành, Chợ Gạo, Cai Lậy.";
    assert_eq!(
        said("2010-07-23", text)[1..],
        [
            "huyện Châu Thành = district VN-46-821",
            "Chợ Gạo = district VN-46-822",
            "Cai Lậy = district VN-46-820",
        ]
    );
    check(&[("Bà con họp chợ Gạo tẻ.", &["chợ Gạo = facility unresolved"])]);
}

#[test]
fn bare_communes_behind_prepositions_or_named_with_their_word() {
    let placed = "Bình Thuận đón khách\n\nTại Mũi Né, phòng kín chỗ. Anh Mũi Né cười.";
    assert_eq!(
        said("2021-08-20", placed),
        ["Bình Thuận = province VN-40", "Mũi Né = commune VN-40-593-22915"]
    );
    let again = "Điện Biên có lũ\n\nXã Nà Tấu, huyện Điện Biên bị cô lập. Đường vào Nà Tấu đứt.";
    let codes: Vec<_> = said("2021-08-20", again);
    assert_eq!(codes.last().map(String::as_str), Some("Nà Tấu = commune VN-71-094-03316"));
    check(&[("Bà Lò Tân Xuân và chị Minh Châu hát.", &[])]);
}

#[test]
fn sights_and_places_of_one_syllable() {
    check(&[
        (
            "Nước sông Hồng dâng, chợ Neo đóng cửa.",
            &["sông Hồng = facility unresolved", "chợ Neo = facility unresolved"],
        ),
        ("Xe dừng ở trạm thu phí Lái Thiêu.", &["trạm thu phí Lái Thiêu = facility unresolved"]),
        (
            "Khách thăm Đại Nội, Đàn Nam Giao.",
            &["Đại Nội = facility unresolved", "Đàn Nam Giao = facility unresolved"],
        ),
        ("Người dân đi chợ Tết sớm, cầu Thủ tướng vào thăm.", &[]),
    ]);
    assert_eq!(said("2006-06-11", "Khách ở Huế 4 ngày."), ["Huế = district VN-26-474"]);
    assert_eq!(said("2025-06-11", "Khách ở Huế 4 ngày."), ["Huế = province VN-26"]);
}
