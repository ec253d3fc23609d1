//! Pages in the layouts of Vietnamese papers: what of each must be kept, and what dropped.

use std::{fs, path::Path};

use serde_json::Value;

fn pages() -> Vec<(String, String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut paths: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "html"));
    paths.sort();
    assert_eq!(paths.len(), 12);
    let read = |path: &Path| fs::read_to_string(path).unwrap();
    let page = |path: &std::path::PathBuf| {
        let gold = serde_json::from_str(&read(&path.with_extension("json"))).unwrap();
        (path.file_stem().unwrap().to_string_lossy().into_owned(), read(path), gold)
    };
    paths.iter().map(page).collect()
}

fn lines(gold: &Value, of: &str) -> Vec<String> {
    gold[of].as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect()
}

#[test]
fn articles_are_whole_and_hold_little_else() {
    let mut furniture = Vec::new();
    for (name, page, gold) in pages() {
        let text = nienbieu_html::extract(&page, None).text;
        assert!(text.lines().any(|line| gold["title"] == line), "{name}: {text}");
        for paragraph in lines(&gold, "keep") {
            assert!(text.contains(&paragraph), "{name} lacks {paragraph}");
        }
        let left = lines(&gold, "drop").into_iter().filter(|line| text.contains(line)).count();
        if left > 0 {
            furniture.push((name, left));
        }
    }
    // Of 84 lines; these pages have nothing that tells them apart but the words.
    let expected = [("05-br-lines", 4), ("06-json-ld-graph", 3), ("11-unclosed-old", 5)];
    assert_eq!(furniture, expected.map(|(name, left)| (name.to_owned(), left)));
}

#[test]
fn stated_dates_are_found() {
    for (name, page, gold) in pages() {
        let article = nienbieu_html::extract(&page, None);
        let first = article.published.first().map(|stated| stated.text.as_str());
        assert_eq!(first, gold["published"].as_str(), "{name}");
    }
}

#[test]
fn a_page_without_an_article_shows_what_it_shows() {
    let page = "<title>Thông báo</title><script>var a = 1;</script><div>Nghỉ lễ 2/9</div>";
    let text = nienbieu_html::extract(page, Some("not an address")).text;
    assert_eq!(text, "Thông báo\n\nNghỉ lễ 2/9\n");
}

#[test]
fn nothing_stops_it() {
    for page in
        ["", "<", "<html", "&#xffffffff;", "</p></p>", "<table><tr><td><table>", "\u{0}", "<!--"]
    {
        let article = nienbieu_html::extract(page, None);
        assert!(article.published.is_empty(), "{page}");
    }
}
