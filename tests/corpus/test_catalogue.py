"""The catalogue fills what the texts leave open, says how, and a mistake in it is named by line."""

import csv
from pathlib import Path

import pytest

from analysis.corpus.catalogue import COLUMNS, load_corpus, merge, read_catalogue
from analysis.corpus.model import RawArticle
from analysis.corpus.read import read_inputs
from analysis.errors import InputError

SEEDS = Path(__file__).parents[2] / "seeds"
REPORT = "The ministers met in Baku on Monday and discussed the transit of goods across the Caspian Sea."


def folder(path, rows, texts=("a", "b"), header=COLUMNS):
    for name in texts:
        (path / f"{name}.txt").write_text(REPORT, encoding="utf-8")
    with open(path / "catalogue.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for row in rows:
            writer.writerow([row.get(name, "") for name in header] if isinstance(row, dict) else row)
    return path


def row(doc_id="a", **fields):
    return {"doc_id": doc_id, "file": f"{doc_id}.txt", **fields}


def test_the_seeds_are_known_with_their_bases():
    articles = {article.id[:3]: article.fields for article in load_corpus(SEEDS)}
    assert {key: fields["date"] for key, fields in articles.items()} == {
        "000": "2020-01-31",
        "001": "2020-01",
        "002": "2023-04-12",
        "003": "2019-07-03",
        "004": "2024-03-11",
    }
    from_text = {key for key, fields in articles.items() if fields["date_basis"].startswith("text:")}
    assert from_text == {"001", "002", "004"}
    assert all(
        fields["date_basis"].startswith("not in the file") for key, fields in articles.items() if key not in from_text
    )
    assert {fields["event"] for key, fields in articles.items() if key in ("000", "001")} == {
        articles["000"]["event"]
    }
    assert len({fields["event"] for fields in articles.values()}) == 4
    assert [articles[key]["author"] for key in sorted(articles)] == [
        "Rasana Gasimova",
        None,
        None,
        "Fidan Abdullayeva",
        None,
    ]
    assert [articles[key]["language"] for key in sorted(articles)] == ["en", "az", "en", "en", "en"]
    assert [articles[key]["outlet_country"] for key in sorted(articles)] == [
        "Azerbaijan",
        "Azerbaijan",
        "Pakistan",
        "Azerbaijan",
        "Azerbaijan",
    ]


def test_without_a_row_an_undated_article_stays_undated(tmp_path):
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    [article] = load_corpus(tmp_path)
    assert article.fields["date"] is None and article.fields["date_basis"] is None
    assert article.fields["label"] == "a" and article.fields["language"] == "en"


def test_text_is_believed_and_catalogue_may_only_make_it_finer():
    stated = RawArticle("a", f"date 2020-01\n{REPORT}")
    finer = merge(stated, row(date="2020-01-31", date_basis="imprint")).fields
    other = merge(stated, row(date="2021-05-01", date_basis="imprint")).fields
    assert (finer["date"], finer["date_basis"]) == ("2020-01-31", "imprint")
    assert (other["date"], other["date_basis"]) == ("2020-01", "text: “date 2020-01”")
    byline = merge(RawArticle("a", f"By Aida Serik\n{REPORT}"), row(author="Somebody Else")).fields
    assert byline["author"] == "Aida Serik"


def test_fields_given_with_the_article_fill_what_is_left(tmp_path):
    given = RawArticle("a", REPORT, {"url": "https://en.trend.az/x", "date": "2024-05-01", "language": "en"})
    fields = merge(given, {}).fields
    assert (fields["outlet"], fields["outlet_basis"], fields["outlet_country"]) == ("Trend", "address", "Azerbaijan")
    assert (fields["date"], fields["date_basis"]) == ("2024-05-01", "given with the article")
    assert fields["language_basis"] == "given with the article"


def test_other_address_of_unknown_outlet():
    fields = merge(RawArticle("a", REPORT, {"url": "https://nottrend.az.example.org/x"}), {}).fields
    assert fields["outlet"] is None and fields["outlet_country"] is None


def test_folder_without_articles(tmp_path):
    with pytest.raises(InputError, match=r"holds no .txt file"):
        load_corpus(tmp_path)
    with pytest.raises(InputError, match=r"the folder of articles is missing"):
        load_corpus(tmp_path / "none")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([row(), row()], r"catalogue.csv, line 3: the article “a” has two rows"),
        ([row(note="two\nlines"), row("b", date="soon", date_basis="x")], r"line 4: “soon” is no date \(date\)"),
        ([row(date="2024-02-30", date_basis="x")], r"line 2: “2024-02-30” is no date"),
        ([row(date="2024-03-11")], r"line 2: a date without how it is known \(date_basis\)"),
        ([row(language="de")], r"line 2: unknown language “de”"),
        ([{"doc_id": "c", "file": "c.txt"}], r"line 2: there is no file “c.txt” beside the catalogue"),
        ([{"doc_id": "b", "file": "a.txt"}], r"line 2: “b” is not the name of “a.txt”"),
        ([{"doc_id": "a"}], r"line 2: the cell is empty \(file\)"),
        ([["a", "a.txt", "x", "y"]], r"line 2: 4 cells where the first line has 18 columns"),
    ],
)
def test_malformed_row_names_its_line(tmp_path, rows, message):
    with pytest.raises(InputError, match=message):
        read_catalogue(folder(tmp_path, rows) / "catalogue.csv")


@pytest.mark.parametrize(
    ("header", "message"),
    [
        (COLUMNS[:-1], r"line 1: the column “note” is missing.*doc_id,file,label"),
        ((*COLUMNS, "mood"), r"line 1: unknown column “mood”"),
        ((*COLUMNS, "date"), r"line 1: the column “date” stands twice"),
        ((), r"line 1: the column “doc_id” is missing"),
    ],
)
def test_malformed_header(tmp_path, header, message):
    with pytest.raises(InputError, match=message):
        read_catalogue(folder(tmp_path, [], header=header) / "catalogue.csv")


def test_spreadsheet_habits_do_no_harm(tmp_path):
    file = folder(tmp_path, [row(note='a, b “c” "d"')]) / "catalogue.csv"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes() + b"," * 17 + b"\r\n\r\n")
    assert read_catalogue(file) == {"a": row(note='a, b “c” "d"')}


def test_not_utf8_and_unclosed_quote(tmp_path):
    file = folder(tmp_path, []) / "catalogue.csv"
    header = file.read_bytes()
    file.write_bytes(header + "a,a.txt,Ақтау\n".encode("utf-16"))
    with pytest.raises(InputError, match=r"not UTF-8"):
        read_catalogue(file)
    file.write_bytes(header + b'a,"a.txt\n')
    with pytest.raises(InputError, match=r"no valid CSV.*quotation marks"):
        read_catalogue(file)


def test_reading_a_folder_gives_its_articles_what_the_catalogue_knows(tmp_path):
    folder(tmp_path, [row(date="2024-05-01", date_basis="imprint", outlet="Trend", note="seen twice")])
    fields = {article.id: article.fields for article in read_inputs([tmp_path])}
    assert fields == {"a": {"date": "2024-05-01", "outlet": "Trend"}, "b": {}}
    assert [article.fields for article in read_inputs([tmp_path / "a.txt"])] == [{}]


def test_reading_a_folder_with_a_malformed_catalogue(tmp_path):
    with pytest.raises(InputError, match=r"catalogue.csv, line 2: “soon” is no date"):
        list(read_inputs([folder(tmp_path, [row(date="soon", date_basis="x")])]))
