"""Tone: one test a clause of the codebook, with sentences of our own in several languages."""

from __future__ import annotations

import pytest
from coding_support import SPEAKER, document, tone_of

from analysis.knowledge import LANGUAGES, codebook

BOOK = codebook.load()


@pytest.mark.parametrize("code, language, example", [
    (code, language, example) for code in ("1", "-1")
    for language, examples in BOOK.items["tone"][code].examples.items() for example in examples])
def test_every_example_of_the_codebook_has_its_tone(code, language, example):
    assert tone_of(example, language=language) == int(code)


@pytest.mark.parametrize("code", ["1", "-1"])
def test_both_sides_have_cues_and_an_example_in_every_language(code):
    item = BOOK.items["tone"][code]
    assert set(item.cues) == set(item.examples) == set(LANGUAGES)


@pytest.mark.parametrize("language, sentence", [
    ("en", "He stressed the importance of trade."), ("az", "O, ticarətin əhəmiyyətini vurğulayıb."),
    ("ru", "Он подчеркнул важность торговли."), ("kk", "Ол сауданың маңыздылығын атап өтті."),
    ("tr", "Ticaretin önemini vurguladı."),
])
def test_stressing_importance_is_neutral(language, sentence):
    assert tone_of(sentence, language=language, speakers=SPEAKER) == 0


def test_stressing_the_importance_of_friendly_ties_is_neutral_but_a_stated_good_effect_is_not():
    assert tone_of("He stressed the importance of friendly relations.", speakers=SPEAKER) == 0
    assert tone_of("He stressed the importance of relations that have been mutually beneficial.", speakers=SPEAKER) == 1


@pytest.mark.parametrize("language, sentence", [
    ("en", "She lauded the work done."), ("az", "O, görülən işlərdən məmnunluğunu bildirib."),
    ("ru", "Она поблагодарила за гостеприимство."), ("kk", "Ол қонақжайлығы үшін алғыс айтты."),
    ("tr", "Konukseverlik için teşekkür etti."),
])
def test_praise_and_thanks_are_favourable(language, sentence):
    assert tone_of(sentence, language=language) == 1


@pytest.mark.parametrize("language, sentence", [
    ("en", "Trade has doubled."), ("az", "Ticarət iki dəfə artıb."), ("ru", "Торговля выросла вдвое."),
    ("kk", "Сауда екі есе өсті."), ("tr", "Ticaret iki katına çıktı, artış sürüyor."),
])
def test_growth_presented_as_success_is_favourable(language, sentence):
    assert tone_of(sentence, language=language) == 1


@pytest.mark.parametrize("language, sentence", [
    ("en", "The minister condemned the attack."), ("az", "Nazir hücumu pisləyib."), ("ru", "Министр осудил нападение."),
    ("kk", "Министр шабуылды айыптады."), ("tr", "Bakan saldırıyı kınadı."),
])
def test_criticism_and_loss_are_unfavourable(language, sentence):
    assert tone_of(sentence, language=language) == -1


@pytest.mark.parametrize("language, sentence", [
    ("en", "The meeting was also attended by the ambassadors."), ("az", "Görüşdə səfirlər də iştirak edib."),
    ("ru", "Во встрече участвовали послы."), ("kk", "Кездесуге елшілер қатысты."),
    ("tr", "Toplantıya büyükelçiler katıldı."),
])
def test_a_plain_report_is_neutral(language, sentence):
    assert tone_of(sentence, language=language) == 0


@pytest.mark.parametrize("language, statement, subject", [
    ("en", "Our countries are strategic partners.", "The presidents discussed the strategic partnership."),
    ("az", "Ölkələrimiz strateji tərəfdaşdır.", "Prezidentlər strateji tərəfdaşlığı müzakirə ediblər."),
    ("ru", "Наши страны - стратегические партнёры.", "Президенты обсудили стратегическое партнёрство."),
    ("kk", "Елдеріміз - стратегиялық серіктестер.", "Президенттер стратегиялық серіктестікті талқылады."),
    ("tr", "Ülkelerimiz stratejik ortaktır.", "Cumhurbaşkanları stratejik ortaklığı ele aldı."),
])
def test_partners_are_favourable_as_a_statement_and_neutral_as_a_subject_of_talks(language, statement, subject):
    assert tone_of(statement, language=language, speakers=SPEAKER) == 1
    assert tone_of(subject, language=language) == 0


def test_a_press_service_reports_what_was_talked_about_like_an_outlet():
    sentence = "Prospects of the strategic partnership were the topic."
    assert tone_of(sentence, speakers=("akorda-press-service",)) == 0
    assert tone_of(sentence, speakers=SPEAKER) == 1


def test_both_in_balance_is_neutral():
    assert tone_of("He praised the results and condemned the attack.") == 0
    assert tone_of("Он похвалил работу и осудил нападение.", language="ru") == 0


def test_a_faint_shadow_does_not_turn_thanks():
    assert tone_of("He thanked the neighbours for their support in the conflict.") == 1


@pytest.mark.parametrize("language, negated", [
    ("en", "The talks were not productive."), ("ru", "Переговоры не были плодотворными."),
    ("az", "Danışıqlar səmərəli deyil."), ("kk", "Келіссөздер жемісті емес."), ("tr", "Görüşmeler verimli değil."),
])
def test_negated_praise_is_no_praise(language, negated):
    assert tone_of(negated, language=language) != 1


@pytest.mark.parametrize("language, sentence", [
    ("en", "There is no threat."), ("ru", "Угрозы нет, без угроз и без насилия."), ("az", "Təhlükə yoxdur."),
    ("kk", "Қауіпті емес."), ("tr", "Tehlike yok."),
])
def test_a_negated_evil_is_none(language, sentence):
    assert tone_of(sentence, language=language) != -1


def test_not_only_is_no_negation():
    assert tone_of("The talks were not only productive.") == 1
    assert tone_of("Переговоры были не только плодотворными.", language="ru") == 1


def test_a_comma_ends_the_reach_of_a_negation():
    assert tone_of("Whatever you say of it or not, productive it was.") == 1


def test_the_tone_names_the_words_behind_it():
    doc = document("In Baku she lauded the hosts.")
    code = next(code for code in doc.codes if code.axis == "tone")
    assert (code.code, doc.text[code.start:code.end], code.cue) == ("1", "lauded", "laud")
    assert not [code for code in document("They met.").codes if code.axis == "tone"]


def test_words_inside_names_carry_no_tone():
    name = {"Peace and Prosperity Fund": ("ORG", "peace-and-prosperity-fund")}
    assert tone_of("The Peace and Prosperity Fund opened an office.", names=name) == 0


@pytest.mark.parametrize("language, evil, remedy", [
    ("en", "The crisis goes on.", "They spoke of ways to prevent a crisis."),
    ("ru", "Кризис продолжается.", "Они говорили о преодолении кризиса."),
    ("az", "Böhran davam edir.", "Onlar böhranın həlli yollarını axtarır."),
])
def test_fighting_an_evil_is_not_speaking_ill(language, evil, remedy):
    assert tone_of(evil, language=language) == -1
    assert tone_of(remedy, language=language) == 0


@pytest.mark.parametrize("language, sentence", [
    ("az", "Tərəf öhdəlikləri yerinə yetirmir."), ("kk", "Тарап міндеттемелерін орындамай отыр."),
    ("tr", "Taraf yükümlülüklerini yerine getirmiyor."), ("en", "The party does not keep its commitments."),
    ("ru", "Стороны не смогли договориться."),
])
def test_a_cue_that_is_itself_negated_turns_nothing_round(language, sentence):
    assert tone_of(sentence, language=language) == -1


def test_a_kazakh_stem_in_bey_is_no_negation():
    assert tone_of("Сауда көлемі көбейді.", language="kk") == 1
    assert tone_of("Сауда көлемі өспеді.", language="kk") != 1


@pytest.mark.parametrize("language, evil, ended", [
    ("en", "The siege goes on.", "They agreed on the removal of the siege."),
    ("ru", "Блокада продолжается.", "Договорились о снятии блокады."),
    ("tr", "Kriz sürüyor.", "Kriz aşılması için çalışılıyor."),
])
def test_an_evil_that_is_lifted_is_none(language, evil, ended):
    assert tone_of(evil, language=language) == -1
    assert tone_of(ended, language=language) != -1


@pytest.mark.parametrize("language, sentence", [
    ("en", "They will discuss new opportunities for exports."), ("az", "Onlar ixracın artımını müzakirə edirlər."),
    ("ru", "Стороны обсудят рост экспорта."), ("kk", "Тараптар экспорттың өсімін талқылайды."),
    ("tr", "Taraflar ihracat artışını ele alacak."),
])
def test_a_talk_to_come_is_as_neutral_as_one_that_was_held(language, sentence):
    assert tone_of(sentence, language=language) == 0


@pytest.mark.parametrize("language, sentence", [
    ("en", "He noted the active work of the two chambers."),
    ("az", "O, palataların əlaqələrinin genişləndiyini deyib."),
    ("ru", "Он отметил активную работу двух палат."), ("kk", "Ол екі палатаның белсенді жұмысын айтты."),
    ("tr", "İki ülke arasındaki bağların güçlendiğini söyledi."),
])
def test_active_work_and_ties_that_grow_are_favourable(language, sentence):
    assert tone_of(sentence, language=language, speakers=SPEAKER) == 1


@pytest.mark.parametrize("language, sentence", [
    ("en", "Their port is a symbol of their unity."), ("az", "Bu körpü birliyin nişanəsidir."),
    ("ru", "Символично, что они встретились у моря."), ("kk", "Бұл күннің символдық мәні бар."),
    ("tr", "Bu tarihin sembolik bir anlamı var."),
])
def test_a_symbol_is_named_in_favour(language, sentence):
    assert tone_of(sentence, language=language, speakers=SPEAKER) == 1


@pytest.mark.parametrize("language, sentence", [
    ("en", "The ministry held the neighbour responsible for the fire."),
    ("ru", "Ведомство возложило ответственность на соседей."),
    ("az", "Nazirlik məsuliyyəti qonşunun üzərinə qoyub."), ("kk", "Министрлік жауапкершілікті көршіге жүктеді."),
    ("tr", "Bakanlık komşuyu sorumlu tuttu."),
])
def test_laying_the_blame_on_somebody_is_unfavourable(language, sentence):
    assert tone_of(sentence, language=language) == -1


@pytest.mark.parametrize("language, evil, denied", [
    ("en", "They spoke of a crisis.", "What they say of a crisis is not true."),
    ("ru", "Говорили о кризисе.", "Слова о кризисе не соответствуют действительности."),
    ("az", "Böhran haqqında danışıblar.", "Böhran haqqında deyilənlər reallığı əks etdirmir."),
    ("kk", "Дағдарыс туралы айтты.", "Дағдарыс туралы сөз шындыққа жанаспайды."),
    ("tr", "Krizden söz ettiler.", "Kriz hakkında söylenenler gerçeği yansıtmıyor."),
])
def test_an_evil_that_is_denied_is_none(language, evil, denied):
    assert tone_of(evil, language=language) == -1
    assert tone_of(denied, language=language) == 0


@pytest.mark.parametrize("language, sentence", [
    ("en", "The guests laid a wreath to the soldiers killed in the war."),
    ("ru", "Гости возложили цветы к памятнику погибшим на войне."),
    ("az", "Qonaqlar döyüşlərdə həlak olanların abidəsini ziyarət edib."),
    ("kk", "Қонақтар соғыста қаза тапқандарға гүл шоқтарын қойды."),
    ("tr", "Konuklar savaşta ölenlerin anısına çelenk bıraktı."),
])
def test_a_wreath_for_the_dead_is_a_reported_act(language, sentence):
    assert tone_of(sentence, language=language) == 0


@pytest.mark.parametrize("language, sentence", [
    ("en", "Deputies ratified the treaty on strategic partnership."),
    ("ru", "Депутаты ратифицировали договор о стратегическом партнёрстве."),
    ("az", "Deputatlar strateji tərəfdaşlıq müqaviləsini ratifikasiya edib."),
    ("kk", "Депутаттар стратегиялық серіктестік шартын ратификациялады."),
    ("tr", "Milletvekilleri stratejik ortaklık anlaşmasını onayladı."),
])
def test_an_agreement_ratified_is_a_reported_act(language, sentence):
    assert tone_of(sentence, language=language) == 0


@pytest.mark.parametrize("language, sentence", [
    ("en", "A film on their friendship was shown."), ("ru", "Показан фильм о дружбе двух городов."),
    ("az", "İki şəhərin dostluğu haqqında videoçarx təqdim edilib."),
    ("kk", "Екі қаланың достығы туралы бейнеролик көрсетілді."),
    ("tr", "İki şehrin dostluğunu anlatan film gösterildi."),
])
def test_a_film_about_friendship_is_a_reported_act_but_a_word_on_friendship_is_not(language, sentence):
    assert tone_of(sentence, language=language) == 0
    assert tone_of(sentence, language=language, speakers=SPEAKER) == 1


def test_that_obligations_be_met_is_no_complaint():
    assert tone_of("O, öhdəliklərin yerinə yetirilməsindən danışıb.", language="az") == 0
    assert tone_of("Hər kəs öhdəliyin yerinə yetirməsini gözləyir.", language="az") == 0
    assert tone_of("Tərəf öhdəliyini yerinə yetirmədi.", language="az") == -1


@pytest.mark.parametrize("language, sentence", [
    ("en", "He thanked the hosts for their help with the wounded."), ("ru", "Он поблагодарил за помощь раненым."),
    ("az", "O, yaralılara göstərilən köməyə görə təşəkkür edib."),
    ("kk", "Ол жаралыларға көрсеткен көмегі үшін алғыс айтты."),
    ("tr", "Yaralılara yapılan yardım için teşekkür etti."),
])
def test_thanks_for_help_are_thanks_whatever_the_need_was(language, sentence):
    assert tone_of(sentence, language=language) == 1


@pytest.mark.parametrize("language, sentence", [
    ("en", "The ships could not enter the harbour."), ("ru", "Суда не смогли войти в гавань."),
    ("az", "Gəmilər limana girə bilmir."), ("kk", "Кемелер портқа кіре алмай тұр."),
    ("tr", "Gemiler limana giremiyor."),
])
def test_what_cannot_be_done_is_unfavourable(language, sentence):
    assert tone_of(sentence, language=language) == -1


@pytest.mark.parametrize("language, sentence", [
    ("en", "The dancers were met with long applause."), ("ru", "Танцоров встретили аплодисментами."),
    ("az", "Rəqqaslar sürəkli alqışlarla qarşılanıb."), ("kk", "Бишілерді қол шапалақпен қарсы алды."),
    ("tr", "Dansçılar alkışlarla karşılandı."),
])
def test_applause_is_praise(language, sentence):
    assert tone_of(sentence, language=language) == 1


@pytest.mark.parametrize("language, sentence", [
    ("en", "The round ended without result."), ("az", "Görüş nəticəsiz keçib."), ("tr", "Tur sonuçsuz kaldı."),
    ("ru", "Водители пожаловались на порт."), ("kk", "Үш адам ұсталды."),
])
def test_failure_complaint_and_arrest_are_unfavourable(language, sentence):
    assert tone_of(sentence, language=language) == -1
