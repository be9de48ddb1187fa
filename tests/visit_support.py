"""One made-up visit as it might be told in five languages: five sentences that say the same, and one more.

People, places and numbers are ours; nothing of it has happened.
"""

from __future__ import annotations

from analysis import knowledge, tables
from analysis.bulk import records
from analysis.corpus.model import RawArticle

TOLD = {
    "en": [
        "Deputy Transport Minister Marat Seitov arrived in Aktau on Monday for talks on new ferries.",
        "The minister met the head of the Alat port, Kamran Mammadov, and the ambassador Leyla Orujova.",
        "Marat Seitov said that {} tonnes of grain passed through Aktau last year.",
        "The guests laid flowers at the monument to the sailors of the Caspian Sea.",
        "{} stressed that the third ferry will be launched in Baku in December.",
    ],
    "az": [
        "Nəqliyyat nazirinin müavini Marat Seitov yeni bərələr barədə danışıqlar üçün bazar ertəsi Aktauya gəlib.",
        "Nazir müavini Ələt limanının rəhbəri Kamran Məmmədov və səfir Leyla Orucova ilə görüşüb.",
        "Marat Seitov bildirib ki, ötən il Aktaudan {} ton taxıl keçib.",
        "Qonaqlar Xəzər dənizi dənizçilərinin abidəsi önünə gül dəstələri qoyublar.",
        "{} vurğulayıb ki, üçüncü bərə dekabrda Bakıda suya salınacaq.",
    ],
    "tr": [
        "Ulaştırma Bakan Yardımcısı Marat Seitov, yeni feribot görüşmeleri için pazartesi günü Aktau'ya geldi.",
        "Bakan yardımcısı, Alat limanının başkanı Kamran Mammadov ve büyükelçi Leyla Orucova ile görüştü.",
        "Marat Seitov, geçen yıl Aktau'dan {} ton tahıl geçtiğini söyledi.",
        "Konuklar, Hazar Denizi denizcileri anıtına çiçek bıraktı.",
        "{}, üçüncü feribotun aralık ayında Bakü'de denize indirileceğini vurguladı.",
    ],
    "ru": [
        "Заместитель министра транспорта Марат Сеитов прибыл в понедельник в Актау на переговоры о новых паромах.",
        "Замминистра приняли глава порта Алят Камран Мамедов и посол Лейла Оруджева.",
        "Марат Сеитов сообщил, что за прошлый год через Актау прошло {} тонн зерна.",
        "Гости возложили цветы к памятнику морякам Каспийского моря.",
        "{} подчеркнул, что третий паром будет спущен на воду в Баку в декабре.",
    ],
    "kk": [
        "Көлік министрінің орынбасары Марат Сейітов жаңа паромдар туралы келіссөздерге дүйсенбіде Ақтауға келді.",
        "Министрдің орынбасары Алят портының басшысы Камран Мәмедовпен және елші Лейла Оружовамен кездесті.",
        "Марат Сейітов өткен жылы Ақтау арқылы {} тонна астық өткенін айтты.",
        "Қонақтар Каспий теңізі теңізшілерінің ескерткішіне гүл шоқтарын қойды.",
        "{} үшінші паром желтоқсан айында Бакуде суға түсірілетінін атап өтті.",
    ],
}
NUMBER = {"en": "450,000", "az": "450 min", "tr": "450 bin", "ru": "450 тысяч", "kk": "450 мың"}
OTHER_NUMBER = {"en": "620,000", "az": "620 min", "tr": "620 bin", "ru": "620 тысяч", "kk": "620 мың"}
HOST = {"en": "Kamran Mammadov", "az": "Kamran Məmmədov", "tr": "Kamran Mammadov", "ru": "Камран Мамедов",
        "kk": "Камран Мәмедов"}
GUEST = {"en": "Marat Seitov", "az": "Marat Seitov", "tr": "Marat Seitov", "ru": "Марат Сеитов", "kk": "Марат Сейітов"}
MORE = {
    "en": "A school named after a poet opened its doors to 80 pupils in the evening.",
    "az": "Axşam şairin adını daşıyan məktəb 80 şagirdə qapılarını açıb.",
    "tr": "Akşam, bir şairin adını taşıyan okul 80 öğrenciye kapılarını açtı.",
    "ru": "Вечером школа имени поэта открыла двери для 80 учеников.",
    "kk": "Кешке ақынның атындағы мектеп 80 оқушыға есігін ашты.",
}


def report(language: str, *, without: int | None = None, more: bool = False, number: dict[str, str] = NUMBER,
           host: dict[str, str] = HOST) -> str:
    """The visit as told in a language: a sentence left out, one added, another number, another speaker."""
    told = list(TOLD[language])
    told[2] = told[2].format(number[language])
    told[4] = told[4].format(host[language])
    if without is not None:
        del told[without]
    if more:
        told.insert(3, MORE[language])
    return "\n\n".join(told)


def annotated(texts: dict[str, str], dates: dict[str, str] | None = None, catalogue: dict | None = None
              ) -> tables.Tables:
    """Tables of the program's own annotations; an id that begins with a language's code and a hyphen is in it."""
    articles = [RawArticle(name, text, {"language": name.split("-")[0]} | (
        {"date": dates[name]} if dates and dates.get(name) else {})) for name, text in texts.items()]
    return tables.from_records(records(articles), catalogue or {}, knowledge.load().describe())
