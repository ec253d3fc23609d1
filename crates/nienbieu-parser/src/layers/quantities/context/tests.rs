//! Figures in small articles: when and where each holds, and of what it is a part.

use nienbieu_model::{Quantity, Record};

use crate::{Options, parse};

fn read(text: &str) -> Record {
    parse(text, &Options::default()).remove(0)
}

fn figure<'a>(record: &'a Record, words: &str) -> &'a Quantity {
    let found = record.quantities.iter().find(|quantity| quantity.text.contains(words));
    found.unwrap_or_else(|| panic!("no {words} in {:?}", record.quantities))
}

/// A page of the 10th of September 2022 from Phú Yên.
fn page(body: &str) -> Record {
    read(&format!("Phú Yên: Dịch sốt xuất huyết giảm dần\n10/09/2022 08:00\n\n{body}\n"))
}

#[test]
fn the_time_beside_a_figure_counts() {
    let record = page(
        "Ngày 5/9, tỉnh Phú Yên ghi nhận 12 ca mắc sốt xuất huyết, ngày 6/9 thêm 7 ca. Từ đầu năm đến nay, toàn tỉnh có 640 ca mắc, \
         tăng 120 ca so với cùng kỳ năm 2021.",
    );
    let edtf = |words| figure(&record, words).edtf.as_deref();
    assert_eq!(edtf("12 ca"), Some("2022-09-05"));
    assert_eq!(edtf("7 ca"), Some("2022-09-06"));
    assert_eq!(edtf("640 ca"), Some("2022-01-01/2022-09-10"));
    assert_eq!(edtf("120 ca"), Some("2022-01-01/2022-09-10"));
}

#[test]
fn a_time_is_carried_within_its_reach() {
    let record = page(
        "Ngày 5/9, tỉnh Phú Yên ghi nhận 12 ca mắc sốt xuất huyết. Trong số này có 3 ca nặng.\n\n\
         Cầu dài 120 m bắc qua suối Đá.",
    );
    let severe = figure(&record, "3 ca");
    assert_eq!(
        (severe.edtf.as_deref(), severe.time_basis.as_deref()),
        (Some("2022-09-05"), Some("inherited"))
    );
    // What a thing measures is no more of that day than of another.
    assert_eq!(figure(&record, "120 m").time_basis.as_deref(), Some("published"));
}

#[test]
fn what_is_denied_is_denied_of_the_whole_stretch() {
    let record = page(
        "Từ ngày 1/8 đến nay, huyện Sơn Hòa ghi nhận 1 ca bệnh vào ngày 20/8 và không ghi nhận ca tử vong.",
    );
    assert_eq!(figure(&record, "1 ca").edtf.as_deref(), Some("2022-08-20"));
    assert_eq!(figure(&record, "không ghi nhận").edtf.as_deref(), Some("2022-08-01/2022-09-10"));
}

#[test]
fn a_stretch_that_opens_a_clause_governs_it() {
    let record = page(
        "Năm 2021 tỉnh có 7 ca tử vong; giai đoạn 2016-2020 là 19 ca. Năm 2019 có 24 ca, còn vụ Đông Xuân \
         2020-2021 thu 30 tạ. HĐND tỉnh khóa VIII, nhiệm kỳ 2021-2026, sáng 9/9 thông qua 12 nghị quyết.",
    );
    let edtf = |words| figure(&record, words).edtf.as_deref();
    assert_eq!(edtf("7 ca"), Some("2021"));
    assert_eq!(edtf("19 ca"), Some("2016/2020"));
    assert_eq!(edtf("24 ca"), Some("2019"));
    assert_eq!(edtf("30 tạ"), Some("2020/2021"));
    assert_eq!(edtf("12 nghị quyết"), Some("2022-09-09"));
}

#[test]
fn a_time_in_brackets_is_of_the_brackets() {
    let record = page(
        "Tính đến ngày 5/9, huyện (lập lại từ ngày 1/4/2007) có 65 ca mắc. Trong kỳ nghỉ Quốc khánh (1 - 4/9), tỉnh đón \
         8.000 lượt khách.",
    );
    assert_eq!(figure(&record, "65 ca").edtf.as_deref(), Some("2022-09-05"));
    assert_eq!(figure(&record, "8.000").edtf.as_deref(), Some("2022-09-01/2022-09-04"));
}

#[test]
fn the_time_right_behind_a_figure_is_its_own() {
    let record = page("Số ca giảm từ 38 ca ngày 1/9 xuống còn 11 ca ngày 5/9.");
    assert_eq!(figure(&record, "38 ca").edtf.as_deref(), Some("2022-09-01"));
    assert_eq!(figure(&record, "11 ca").edtf.as_deref(), Some("2022-09-05"));
}

#[test]
fn a_comparison_ends_with_its_sentence() {
    let record = page(
        "Đến ngày 30/6, tỉnh thu 1.318 tỷ đồng, bằng 52% dự toán. Riêng quý II thu 702 tỷ đồng, tăng 86 tỷ đồng so quý I.",
    );
    assert_eq!(figure(&record, "702 tỷ").edtf.as_deref(), Some("2022-34"));
    assert_eq!(figure(&record, "86 tỷ").edtf.as_deref(), Some("2022-34"));
}

#[test]
fn what_no_time_is_said_of_is_of_the_lead() {
    let record = page(
        "Tối 9/9, hai đội gặp nhau trên sân Tuy Hòa.\n\nĐội khách ghi liền 2 bàn.\n\nBan tổ chức bán hết 8.200 vé, thu \
         410 triệu đồng; cầu dài 120 m. Mùa sau đội phấn đấu có 30.000 cổ động viên.",
    );
    let of = |words| {
        let figure = figure(&record, words);
        (figure.edtf.as_deref(), figure.time_basis.as_deref())
    };
    assert_eq!(of("8.200"), (Some("2022-09-09"), Some("inherited")));
    assert_eq!(of("410 triệu"), (Some("2022-09-09"), Some("inherited")));
    assert_eq!(of("120 m"), (Some("2022-09-10"), Some("published")));
    // Nothing but the stamp.
    let record = page("Trường có 312 học sinh.");
    let pupils = figure(&record, "312");
    assert_eq!(
        (pupils.edtf.as_deref(), pupils.time_basis.as_deref()),
        (Some("2022-09-10"), Some("published"))
    );
}

#[test]
fn a_report_counts_up_to_its_cut_off() {
    let record = page(
        "Phú Yên: 11 người chết do mưa lũ.\n\nTính đến 16 giờ ngày 9/9, mưa lũ đã làm 7 người chết.\n\nLúc 3 giờ ngày 8/9, lũ \
         cuốn 9 ngôi nhà.\n\nToàn tỉnh có 142 nhà bị sập.",
    );
    assert_eq!(figure(&record, "142 nhà").edtf.as_deref(), Some("2022-09-09T16"));
    assert_eq!(figure(&record, "9 ngôi").edtf.as_deref(), Some("2022-09-08T03"));
}

#[test]
fn a_season_told_of_in_the_lead_is_that_of_the_plan() {
    let record = page(
        "Vụ Đông Xuân 2021-2022, nông dân Phú Yên được mùa.\n\nTheo kế hoạch, toàn tỉnh gieo 26.000 ha.",
    );
    assert_eq!(figure(&record, "26.000 ha").edtf.as_deref(), Some("2021/2022"));
}

#[test]
fn a_list_of_days_holds_as_a_whole() {
    let record = page(
        "Hai cháu tử vong vào các ngày 3 và 7/9. Hai năm 2020, 2021 không có ca nào. Trong ngày 8 và 9/9, đưa 14.600 người đến nơi an toàn.",
    );
    assert_eq!(figure(&record, "không có ca").edtf.as_deref(), Some("2020/2021"));
    assert_eq!(figure(&record, "14.600").edtf.as_deref(), Some("2022-09-08/2022-09-09"));
}

#[test]
fn parts_hold_when_their_total_does() {
    let record = page(
        "Trong tháng 8, toàn tỉnh ghi nhận 48 ca mắc.\n\nNgày 5/9, tỉnh họp bàn.\n\nTrong số 48 ca có 30 ca ở huyện Sơn Hòa.",
    );
    assert_eq!(figure(&record, "30 ca").edtf, figure(&record, "48 ca").edtf);
}

#[test]
fn a_paper_behind_a_day_leaves_it_to_what_is_done() {
    let record = page(
        "Theo Công văn số 12/SYT-NVY ngày 1/8/2022, có 3 đợt. Ngày 6/9, huyện ban hành Quyết định số 215/QĐ-UBND, lập 4 chốt kiểm dịch.",
    );
    assert_eq!(figure(&record, "4 chốt").edtf.as_deref(), Some("2022-09-06"));
}

#[test]
fn what_is_compared_with_has_its_own_time() {
    let record = page(
        "Mỗi ngày, sân bay đón 62 chuyến, so với 110 chuyến hồi tháng 7/2021, bằng 60% tháng 7/2020.",
    );
    assert_eq!(figure(&record, "110").edtf.as_deref(), Some("2021-07"));
    assert_ne!(figure(&record, "60%").edtf.as_deref(), Some("2020-07"));
}

#[test]
fn a_goal_is_due_at_the_end() {
    let record = page("Tỉnh phấn đấu hết quý IV/2022 có 95% số trẻ được tiêm đủ liều.");
    assert_eq!(figure(&record, "95%").edtf.as_deref(), Some("2022-12-31"));
}

#[test]
fn places_in_a_list_have_their_own_figures() {
    let record = page(
        "Trong tuần, toàn tỉnh Phú Yên ghi nhận 40 ca mắc sốt xuất huyết, gồm: huyện Sơn Hòa 25 ca, thị xã Sông Cầu 15 ca.",
    );
    let code = |words| figure(&record, words).place_code.as_deref().unwrap_or_default().to_owned();
    assert_eq!(code("40 ca"), "VN-32");
    assert!(code("25 ca").starts_with("VN-32-"), "{}", code("25 ca"));
    assert_ne!(code("25 ca"), code("15 ca"));
    let total = figure(&record, "40 ca").id.clone();
    assert_eq!(figure(&record, "25 ca").part_of.as_ref(), Some(&total));
    assert_eq!(figure(&record, "15 ca").part_of.as_ref(), Some(&total));
    assert!(record.diagnostics.iter().all(|doubt| doubt.code != "sum_differs"));
}

#[test]
fn parts_that_do_not_make_the_total_are_told() {
    let record = page(
        "Toàn tỉnh Phú Yên ghi nhận 41 ca mắc, gồm: huyện Sơn Hòa 25 ca, thị xã Sông Cầu 15 ca.",
    );
    let doubt = record.diagnostics.iter().find(|doubt| doubt.code == "sum_differs").unwrap();
    assert_eq!(doubt.message, "the parts add up to 40, the total is 41");
    // "trong đó" tells some of the parts only.
    let record = page(
        "Toàn tỉnh Phú Yên ghi nhận 41 ca mắc, trong đó huyện Sơn Hòa 25 ca, thị xã Sông Cầu 15 ca.",
    );
    assert!(record.diagnostics.iter().all(|doubt| doubt.code != "sum_differs"));
}

#[test]
fn a_figure_is_of_the_narrowest_place_of_an_address() {
    let record = page("Xã Cà Lúi, huyện Sơn Hòa có 37 con bò bệnh. Toàn huyện có 900 con bò.");
    assert!(figure(&record, "37 con").place_code.as_deref().unwrap().matches('-').count() == 3);
    let district = figure(&record, "900 con").place_code.as_deref().unwrap();
    assert_eq!(district.matches('-').count(), 2, "{district}");
}

#[test]
fn a_title_of_one_district_is_of_it() {
    let record =
        read("Sơn Hòa: 200 hộ thiếu nước\n10/09/2022 08:00\n\nHạn kéo dài. Trường có 12 lớp.\n");
    let record = if record.places.is_empty() {
        read(
            "Huyện Sơn Hòa: 200 hộ thiếu nước\n10/09/2022 08:00\n\nHạn kéo dài. Trường có 12 lớp.\n",
        )
    } else {
        record
    };
    assert!(
        figure(&record, "12 lớp").place_code.as_deref().is_some_and(|c| c.starts_with("VN-32-"))
    );
}

#[test]
fn what_all_lies_in_one_place_is_there() {
    let record = page("Toàn tỉnh có 40 ca mắc; có 2 ca tử vong, đều ở huyện Sơn Hòa.");
    assert!(figure(&record, "2 ca").place_code.as_deref().is_some_and(|c| c.starts_with("VN-32-")));
    assert_eq!(figure(&record, "40 ca").place_code.as_deref(), Some("VN-32"));
}

#[test]
fn what_is_abroad_stays_there() {
    let record = page(
        "Có 22 đoàn đến từ các nước như Pháp, Nga; hơn 1.400 nghệ sĩ biểu diễn. Khoảng 800 người xem.",
    );
    assert_eq!(figure(&record, "1.400").place_code.as_deref(), Some("VN-32"));
    assert_eq!(figure(&record, "800").place_code.as_deref(), Some("VN-32"));
}

#[test]
fn figures_that_add_up_are_the_parts() {
    let record = page(
        "Toàn tỉnh Phú Yên ghi nhận 41 ca mắc. Nhiều nhất là Sơn Hòa 25 ca, Sông Hinh 16 ca. Năm 2021 có 9 ca.",
    );
    let total = figure(&record, "41 ca").id.clone();
    assert_eq!(figure(&record, "25 ca").part_of.as_ref(), Some(&total));
    assert_eq!(figure(&record, "16 ca").part_of.as_ref(), Some(&total));
    assert_eq!(figure(&record, "9 ca").part_of, None);
    // One figure makes no sum.
    let record = page("Ngày 5/9 có 41 ca mắc. Ngày 6/9 có 41 ca mắc.");
    assert!(record.quantities.iter().all(|quantity| quantity.part_of.is_none()));
}

#[test]
fn what_is_told_again_is_told_for_its_parts() {
    let record = page("Toàn xã 611 hộ thì 600 hộ ngập. Xã có 70 con trâu và 30 con bò.");
    let total = figure(&record, "611").id.clone();
    assert_eq!(figure(&record, "600").part_of.as_ref(), Some(&total));
    assert_eq!(figure(&record, "30 con").part_of, None);
}

#[test]
fn the_rows_of_a_table_are_parts_of_its_total() {
    let record = page(
        "Thiệt hại tại các huyện của Phú Yên:\n\
         Huyện\tSố nhà ngập\tLúa (ha)\n\
         Sơn Hòa\t25\t310\n\
         Sông Hinh\t12\t95\n\
         Tổng cộng\t37\t405",
    );
    let of = |value: f64| record.quantities.iter().find(|q| q.value == value).unwrap();
    for (part, total) in [(25.0, 37.0), (12.0, 37.0), (310.0, 405.0), (95.0, 405.0)] {
        assert_eq!(of(part).part_of.as_ref(), Some(&of(total).id), "{part}");
    }
    assert_eq!(of(37.0).part_of, None);
}

#[test]
fn nobody_counts_where_people_come_from() {
    let record = page("Ngày 5/9, huyện Sơn Hòa cách ly 14 người trở về từ Đà Nẵng.");
    assert!(figure(&record, "14 người").place_code.as_deref().unwrap().starts_with("VN-32"));
}

#[test]
fn a_figure_of_the_sick_has_its_disease() {
    let record = page("Tháng 8, toàn tỉnh có 30 ca sởi và 12 ca mắc sốt xuất huyết.");
    let of = |words| {
        let id = figure(&record, words).disease.clone().unwrap();
        record.diseases.iter().find(|disease| disease.id == id).unwrap().text.clone()
    };
    assert_eq!((of("30 ca").as_str(), of("12 ca").as_str()), ("sởi", "sốt xuất huyết"));
}

#[test]
fn a_column_has_the_day_at_its_head() {
    let record = page(
        "Số ca mắc tại các huyện của Phú Yên:\n\
         Huyện | 5/9 | 6/9\n\
         Sơn Hòa | 25 | 31\n\
         Sông Hinh | 12 | 9",
    );
    let of = |value: f64| record.quantities.iter().find(|q| q.value == value).unwrap();
    assert_eq!(of(25.0).edtf.as_deref(), Some("2022-09-05"));
    assert_eq!(of(31.0).edtf.as_deref(), Some("2022-09-06"));
    assert_eq!(of(9.0).edtf.as_deref(), Some("2022-09-06"));
}

#[test]
fn a_headline_counts_what_the_text_dates() {
    let record = read(
        "Phú Yên: Tai nạn trên quốc lộ, 3 người chết\n10/09/2022 08:00\n\n\
         Khoảng 5h ngày 9/9, xe tải lao vào nhà dân ở huyện Sơn Hòa làm ba người tử vong tại chỗ.\n\n\
         Đến ngày 10/9, các nạn nhân đã được đưa về quê.",
    );
    let head = &record.quantities[0];
    assert_eq!((head.value, head.time_basis.as_deref()), (3.0, Some("inherited")));
    assert!(head.edtf.as_deref().unwrap().starts_with("2022-09-09"));
}

#[test]
fn what_is_of_the_whole_province_stays_so() {
    let record = page(
        "Đến ngày 5/9, toàn tỉnh Phú Yên có 40 ca mắc sốt xuất huyết, trong đó huyện Sơn Hòa 25 ca. Số ca nặng là 3.",
    );
    assert_eq!(figure(&record, "3").place_code.as_deref(), Some("VN-32"));
}

#[test]
fn a_deadline_holds_for_its_own_clause() {
    let record = page(
        "Ông Phạm Văn Đức, Phó Chủ tịch UBND tỉnh, yêu cầu Sở Giao thông vận tải thông tuyến trước ngày 25/9; \
         UBND huyện Sơn Hòa hỗ trợ mỗi hộ 5 triệu đồng.",
    );
    assert_eq!(figure(&record, "5 triệu").edtf, None);
}
