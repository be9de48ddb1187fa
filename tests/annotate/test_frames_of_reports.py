"""Frames and tone of plain sentences as reporters write them, per frame and language; the sentences are our own."""

from __future__ import annotations

import pytest
from coding_support import SPEAKER, document, fired

#: Frame -> (language, sentence, tone); a tone of None is not asked for.
REPORTS: dict[str, list[tuple[str, str, int | None]]] = {
    "pragmatic-gain": [
        ("ru", "За первые шесть месяцев взаимная торговля выросла почти на треть.", 1),
        ("ru", "Экспорт зерна в соседние страны достиг 3 миллионов тонн.", None),
        ("ru", "К 2030 году стороны намерены довести объем перевозок до 10 миллионов тонн.", None),
        ("ru", "Новый терминал создаст более тысячи рабочих мест.", 1),
        ("ru", "Запуск линии сократит время доставки грузов вдвое.", 1),
        ("az", "İlin ilk yarısında iki ölkə arasında ticarət üçdə bir artıb.", 1),
        ("az", "Taxıl ixracı 3 milyon tona çatıb.", None),
        ("az", "Tərəflər 2030-cu ilədək yükdaşımaların həcmini 10 milyon tona çatdırmağı planlaşdırır.", None),
        ("az", "Yeni terminal mindən çox iş yeri yaradacaq.", 1),
        ("az", "Xəttin işə salınması yüklərin çatdırılma vaxtını iki dəfə azaldacaq.", 1),
        ("kk", "Жылдың алғашқы жартысында екі ел арасындағы сауда үштен бірге өсті.", 1),
        ("kk", "Астық экспорты 3 миллион тоннаға жетті.", None),
        ("kk", "Тараптар 2030 жылға дейін жүк тасымалын 10 миллион тоннаға жеткізуді жоспарлап отыр.", None),
        ("kk", "Жаңа терминал мыңнан астам жұмыс орнын ашады.", 1),
        ("tr", "Yılın ilk yarısında iki ülke arasındaki ticaret üçte bir oranında arttı.", 1),
        ("tr", "Tahıl ihracatı 3 milyon tona ulaştı.", None),
        ("tr", "Taraflar 2030 yılına kadar yük taşımacılığını 10 milyon tona çıkarmayı hedefliyor.", None),
        ("tr", "Yeni terminal binden fazla kişiye istihdam sağlayacak.", 1),
        ("en", "Trade between the two countries rose by a third in the first half of the year.", 1),
        ("en", "Grain exports reached 3 million tonnes.", None),
        ("en", "By 2030 the sides intend to raise freight to 10 million tonnes.", None),
        ("en", "The new terminal will create over a thousand jobs.", 1),
        ("ru", "Инвестиции в республику за год прибавили 15 процентов.", 1),
        ("ru", "Порт Актау переработал на четверть больше контейнеров.", 1),
        ("ru", "Проект выгоден всем прикаспийским странам.", 1),
        ("ru", "Планируется построить логистический центр стоимостью 50 миллионов долларов.", None),
        ("ru", "Рейсы будут выполняться дважды в неделю, что упростит поездки туристов.", 1),
        ("az", "Bir ildə respublikaya qoyulan sərmayələr 15 faiz çoxalıb.", 1),
        ("az", "Layihə bütün Xəzəryanı ölkələr üçün sərfəlidir.", 1),
        ("az", "50 milyon dollarlıq logistika mərkəzi tikiləcək.", None),
        ("az", "Reyslər həftədə iki dəfə həyata keçiriləcək, bu da turistlərin işini asanlaşdıracaq.", 1),
        ("kk", "Бір жылда республикаға салынған инвестиция 15 пайызға көбейді.", 1),
        ("kk", "Жоба Каспий маңындағы барлық елге тиімді.", None),
        ("kk", "50 миллион долларлық логистикалық орталық салынады.", None),
        ("tr", "Bir yılda ülkeye yapılan yatırımlar yüzde 15 arttı.", 1),
        ("tr", "Proje Hazar’a kıyısı olan bütün ülkeler için kazançlı.", None),
        ("tr", "50 milyon dolarlık lojistik merkezi inşa edilecek.", None),
        ("en", "Investment in the republic grew by 15 percent in a year.", 1),
        ("en", "A logistics centre worth 50 million dollars will be built.", None),
    ],
    "institution-building": [
        ("ru", "По итогам переговоров министры подписали план консультаций на два года.", 0),
        ("ru", "В Астане откроется генеральное консульство Узбекистана.", 0),
        ("ru", "Президент предложил создать экспертную группу по водным вопросам.", 0),
        ("ru", "Правительство утвердило дорожную карту по развитию туризма.", 0),
        ("ru", "Парламент ратифицировал соглашение о взаимной защите инвестиций.", 0),
        ("az", "Danışıqların yekununda nazirlər iki illik məsləhətləşmələr planını imzalayıblar.", 0),
        ("az", "Astanada Özbəkistanın baş konsulluğu açılacaq.", 0),
        ("az", "Prezident su məsələləri üzrə ekspert qrupu yaratmağı təklif edib.", 0),
        ("az", "Hökumət turizmin inkişafına dair yol xəritəsini təsdiqləyib.", 0),
        ("az", "Parlament investisiyaların qorunması haqqında sazişi ratifikasiya edib.", 0),
        ("kk", "Министрлер екі жылға арналған консультациялар жоспарына қол қойды.", 0),
        ("kk", "Астанада Өзбекстанның бас консулдығы ашылады.", 0),
        ("kk", "Президент су мәселелері жөнінде сараптамалық топ құруды ұсынды.", 0),
        ("kk", "Үкімет туризмді дамыту жөніндегі жол картасын бекітті.", 0),
        ("tr", "Bakanlar iki yıllık istişare planını imzaladı.", 0),
        ("tr", "Astana’da Özbekistan’ın başkonsolosluğu açılacak.", 0),
        ("tr", "Cumhurbaşkanı su konusunda bir uzman grubu kurulmasını önerdi.", 0),
        ("tr", "Hükümet turizm yol haritasını onayladı.", 0),
        ("en", "The ministers signed a two-year plan of consultations.", 0),
        ("en", "A consulate general of Uzbekistan will open in Astana.", 0),
        ("en", "The President proposed setting up an expert group on water.", 0),
        ("ru", "Учёные двух стран запустят совместный институт экологии Каспия.", 0),
        ("ru", "Подписан меморандум о сотрудничестве между университетами.", 0),
        ("ru", "Вступил в силу договор о безвизовом режиме.", 0),
        ("az", "Universitetlər arasında anlaşma memorandumu imzalanıb.", 0),
        ("az", "Vizasız rejim haqqında müqavilə qüvvəyə minib.", 0),
        ("kk", "Университеттер арасында ынтымақтастық туралы меморандумға қол қойылды.", 0),
        ("kk", "Визасыз режим туралы шарт күшіне енді.", 0),
        ("tr", "Üniversiteler arasında mutabakat zaptı imzalandı.", 0),
        ("tr", "Vizesiz rejim anlaşması yürürlüğe girdi.", 0),
        ("en", "The universities signed a memorandum of cooperation.", 0),
        ("en", "The treaty on visa-free travel came into force.", 0),
    ],
    "concern": [
        ("ru", "Он предупредил, что удары по городу могут повториться.", -1),
        ("ru", "Уровень моря продолжает снижаться, и порты мелеют.", -1),
        ("ru", "Сотни грузовиков стоят на границе вторую неделю.", -1),
        ("ru", "Президент выразил соболезнования семьям погибших шахтёров.", -1),
        ("ru", "МИД назвал обвинения соседей безосновательными.", -1),
        ("ru", "Товарооборот между странами сократился на 12 процентов.", -1),
        ("ru", "Не удалось найти компромисс по спорному участку.", -1),
        ("az", "O, şəhərə zərbələrin təkrarlana biləcəyi barədə xəbərdarlıq edib.", -1),
        ("az", "Dənizin səviyyəsi enməkdə davam edir, limanlar dayazlaşır.", -1),
        ("az", "Prezident həlak olanların ailələrinə başsağlığı verib.", -1),
        ("az", "XİN qonşuların ittihamlarını əsassız adlandırıb.", -1),
        ("az", "Ölkələr arasında ticarət dövriyyəsi 12 faiz azalıb.", -1),
        ("az", "Mübahisəli sahə üzrə razılığa gəlmək mümkün olmayıb.", -1),
        ("kk", "Теңіз деңгейі төмендеп барады, порттар тайызданып жатыр.", -1),
        ("kk", "Президент қаза тапқандардың отбасына көңіл айтты.", -1),
        ("kk", "СІМ көршілердің айыптауларын негізсіз деп атады.", -1),
        ("kk", "Елдер арасындағы тауар айналымы 12 пайызға төмендеді.", -1),
        ("tr", "Kente yönelik saldırıların tekrarlanabileceği uyarısında bulundu.", -1),
        ("tr", "Deniz seviyesi düşmeye devam ediyor, limanlar sığlaşıyor.", -1),
        ("tr", "Cumhurbaşkanı hayatını kaybedenlerin ailelerine başsağlığı diledi.", -1),
        ("tr", "Dışişleri komşularının suçlamalarını asılsız olarak niteledi.", -1),
        ("tr", "Ülkeler arasındaki ticaret hacmi yüzde 12 azaldı.", -1),
        ("en", "Hundreds of lorries have been stuck at the border for a second week.", -1),
        ("en", "The Foreign Ministry called the accusations groundless.", -1),
        ("en", "Turnover between the countries fell by 12 percent.", -1),
        ("ru", "Пограничники сообщили о перестрелке, есть раненые.", -1),
        ("ru", "Оппозиция обвинила власти в фальсификации итогов голосования.", -1),
        ("ru", "Эксперт считает, что блокада усугубит гуманитарную катастрофу.", -1),
        ("ru", "Россия ввела ограничения на ввоз казахстанской пшеницы.", -1),
        ("ru", "Посла вызвали в МИД и вручили ноту протеста.", -1),
        ("ru", "Ереван не выполняет взятых обязательств.", -1),
        ("az", "Sərhədçilər atışma barədə məlumat verib, yaralılar var.", -1),
        ("az", "Müxalifət hakimiyyəti səsvermənin nəticələrini saxtalaşdırmaqda ittiham edib.", -1),
        ("az", "Ekspert hesab edir ki, blokada humanitar fəlakəti dərinləşdirəcək.", -1),
        ("az", "Səfir XİN-ə çağırılıb və ona etiraz notası təqdim olunub.", -1),
        ("az", "İrəvan üzərinə götürdüyü öhdəlikləri yerinə yetirmir.", -1),
        ("kk", "Шекарашылар атыс болғанын, жараланғандар барын хабарлады.", -1),
        ("kk", "Оппозиция билікті дауыс беру нәтижесін бұрмалады деп айыптады.", -1),
        ("kk", "Елші СІМ-ге шақырылып, наразылық нотасы тапсырылды.", -1),
        ("kk", "Ереван алған міндеттемелерін орындамай отыр.", -1),
        ("tr", "Sınır muhafızları çatışma çıktığını, yaralılar olduğunu bildirdi.", -1),
        ("tr", "Muhalefet iktidarı oylama sonuçlarını çarpıtmakla suçladı.", -1),
        ("tr", "Büyükelçi Dışişlerine çağrılarak protesto notası verildi.", -1),
        ("tr", "Erivan üstlendiği yükümlülükleri yerine getirmiyor.", -1),
        ("en", "Border guards reported a shoot-out that left several wounded.", -1),
        ("en", "The opposition accused the authorities of rigging the vote.", -1),
    ],
    "solidarity": [
        ("ru", "Мы благодарны вам за поддержку в трудные дни.", 1),
        ("az", "Qazaxıstan zərərçəkənlərə çadır və dərman göndərib.", None),
        ("az", "Çətin günlərdə bizə verdiyiniz dəstəyə görə minnətdarıq.", 1),
        ("kk", "Қиын күндері көрсеткен қолдауыңыз үшін алғыс айтамыз.", 1),
        ("tr", "Kazakistan depremzedelere çadır ve ilaç gönderdi.", None),
        ("tr", "Zor günlerde verdiğiniz destek için minnettarız.", 1),
        ("ru", "Турция неизменно поддерживает территориальную целостность Азербайджана.", 1),
        ("az", "Türkiyə Azərbaycanın ərazi bütövlüyünü daim dəstəkləyir.", 1),
        ("kk", "Түркия Әзербайжанның аумақтық тұтастығын үнемі қолдайды.", 1),
        ("tr", "Türkiye Azerbaycan’ın toprak bütünlüğünü her zaman destekliyor.", 1),
        ("en", "Turkey has always supported the territorial integrity of Azerbaijan.", 1),
    ],
    "leadership": [
        ("ru", "Эти успехи стали возможны благодаря дальновидной политике Президента.", 1),
        ("ru", "Он отметил личный вклад главы государства в сближение народов.", 1),
        ("az", "Bu uğurlar Prezidentin uzaqgörən siyasəti sayəsində mümkün olub.", 1),
        ("kk", "Бұл жетістіктер Президенттің көреген саясатының арқасында мүмкін болды.", 1),
        ("tr", "Bu başarılar Cumhurbaşkanının ileri görüşlü politikası sayesinde mümkün oldu.", 1),
        ("en", "These successes were made possible by the far-sighted policy of the President.", 1),
    ],
    "friendship": [
        ("ru", "Наши страны связывают узы дружбы и взаимного доверия.", 1),
        ("az", "Ölkələrimizi dostluq telləri və qarşılıqlı etimad bağlayır.", 1),
        ("kk", "Елдерімізді достық пен өзара сенім байланыстырады.", 1),
        ("tr", "Ülkelerimizi dostluk ve karşılıklı güven bağları birleştiriyor.", 1),
        ("kk", "Тараптар достықты нығайтуға бейіл екенін растады.", 1),
    ],
    "kinship": [
        ("ru", "Узбекистан для нас не просто сосед, а братский народ.", 1),
        ("az", "Özbəkistan bizim üçün təkcə qonşu deyil, qardaş xalqdır.", 1),
        ("kk", "Өзбекстан біз үшін көрші ғана емес, бауырлас халық.", 1),
        ("tr", "Özbekistan bizim için sadece komşu değil, kardeş bir halktır.", 1),
    ],
    "strategic-alliance": [
        ("ru", "Отношения двух стран вышли на уровень союзничества.", 1),
        ("az", "İki ölkənin münasibətləri müttəfiqlik səviyyəsinə yüksəlib.", 1),
        ("kk", "Екі елдің қатынастары одақтастық деңгейіне көтерілді.", 1),
        ("tr", "İki ülkenin ilişkileri müttefiklik düzeyine yükseldi.", 1),
    ],
}

#: Praise and hope that make no frame.
WARM: list[tuple[str, str]] = [
    ("ru", "Он поздравил коллегу с назначением и пожелал ему успехов."),
    ("ru", "Собеседник дал высокую оценку итогам саммита."),
    ("az", "O, həmkarını təyinatı münasibətilə təbrik edib və uğurlar arzulayıb."),
    ("kk", "Ол әріптесін тағайындалуымен құттықтап, табыс тіледі."),
    ("tr", "Meslektaşını atanmasından dolayı tebrik ederek başarılar diledi."),
    ("ru", "Он выразил уверенность, что сотрудничество будет развиваться."),
    ("ru", "Мирзиёев назвал встречу исторической."),
    ("az", "O, əməkdaşlığın inkişaf edəcəyinə əminliyini ifadə edib."),
    ("az", "Mirziyoyev görüşü tarixi adlandırıb."),
    ("kk", "Ол ынтымақтастықтың дами беретініне сенім білдірді."),
    ("kk", "Мирзиёев кездесуді тарихи деп атады."),
    ("tr", "İş birliğinin gelişeceğinden emin olduğunu söyledi."),
    ("tr", "Mirziyoyev görüşmeyi tarihi olarak niteledi."),
    ("en", "He was confident that cooperation would grow."),
    ("en", "Mirziyoyev called the meeting historic."),
]

#: What is done on a visit and said of an agenda: no frame, and neutral.
PLAIN: list[tuple[str, str]] = [
    ("ru", "Переговоры прошли в узком и расширенном составах."),
    ("ru", "В мероприятии приняли участие депутаты, дипломаты и журналисты."),
    ("ru", "Глава МИД прибыл в Ташкент с рабочим визитом."),
    ("ru", "На повестке дня — вопросы торговли, транспорта и энергетики."),
    ("ru", "Соглашения охватывают сферы здравоохранения, спорта и науки."),
    ("ru", "Он ознакомился с экспозицией музея и оставил запись в книге почётных гостей."),
    ("ru", "Министр рассказал о реформах, проводимых в стране."),
    ("ru", "Стороны обменялись мнениями о ситуации в регионе."),
    ("ru", "Встреча состоится в октябре, сообщил помощник президента."),
    ("ru", "Комитет возглавляет депутат мажилиса."),
    ("ru", "Посол родился в Шеки и окончил университет в Баку."),
    ("ru", "В соответствии с протоколом гостей встретил почётный караул."),
    ("ru", "Следующее заседание совета пройдёт в Астане."),
    ("ru", "Президент поручил правительству проработать этот вопрос."),
    ("ru", "В составе делегации — представители бизнеса."),
    ("az", "Danışıqlar təkbətək və geniş tərkibdə keçirilib."),
    ("az", "Tədbirdə deputatlar, diplomatlar və jurnalistlər iştirak ediblər."),
    ("az", "XİN başçısı işgüzar səfərlə Daşkəndə gəlib."),
    ("az", "Gündəlikdə ticarət, nəqliyyat və energetika məsələləri var."),
    ("az", "Sazişlər səhiyyə, idman və elm sahələrini əhatə edir."),
    ("az", "O, muzeyin ekspozisiyası ilə tanış olub."),
    ("az", "Nazir ölkədə aparılan islahatlar barədə danışıb."),
    ("az", "Tərəflər regiondakı vəziyyətlə bağlı fikir mübadiləsi aparıblar."),
    ("az", "Görüş oktyabrda keçiriləcək."),
    ("az", "Şuranın növbəti iclası Astanada olacaq."),
    ("az", "Prezident hökumətə bu məsələni araşdırmağı tapşırıb."),
    ("az", "Səfir Şəkidə anadan olub."),
    ("kk", "Келіссөздер шағын және кеңейтілген құрамда өтті."),
    ("kk", "Іс-шараға депутаттар, дипломаттар және журналистер қатысты."),
    ("kk", "СІМ басшысы жұмыс сапарымен Ташкентке келді."),
    ("kk", "Күн тәртібінде сауда, көлік және энергетика мәселелері бар."),
    ("kk", "Келісімдер денсаулық сақтау, спорт және ғылым салаларын қамтиды."),
    ("kk", "Ол музей экспозициясымен танысты."),
    ("kk", "Тараптар аймақтағы жағдай туралы пікір алмасты."),
    ("kk", "Кездесу қазан айында өтеді."),
    ("kk", "Кеңестің келесі отырысы Астанада болады."),
    ("kk", "Президент Үкіметке осы мәселені пысықтауды тапсырды."),
    ("tr", "Görüşmeler dar ve geniş kapsamlı olarak yapıldı."),
    ("tr", "Etkinliğe milletvekilleri, diplomatlar ve gazeteciler katıldı."),
    ("tr", "Dışişleri Bakanı çalışma ziyareti için Taşkent’e geldi."),
    ("tr", "Gündemde ticaret, ulaştırma ve enerji konuları var."),
    ("tr", "Anlaşmalar sağlık, spor ve bilim alanlarını kapsıyor."),
    ("tr", "Müzenin sergisini gezdi."),
    ("tr", "Bakan ülkede yürütülen reformları anlattı."),
    ("tr", "Taraflar bölgedeki durumla ilgili görüş alışverişinde bulundu."),
    ("tr", "Görüşme ekim ayında yapılacak."),
    ("tr", "Konseyin bir sonraki toplantısı Astana’da olacak."),
    ("tr", "Cumhurbaşkanı hükümete konuyu inceleme talimatı verdi."),
    ("en", "The talks were held in narrow and extended formats."),
    ("en", "Deputies, diplomats and journalists took part in the event."),
    ("en", "The foreign minister arrived in Tashkent on a working visit."),
    ("en", "Trade, transport and energy are on the agenda."),
    ("en", "The agreements cover health, sport and science."),
    ("en", "He toured the museum and signed the guest book."),
    ("en", "The minister spoke of the reforms carried out in the country."),
    ("en", "The parties exchanged views on the situation in the region."),
    ("en", "The meeting will take place in October."),
    ("en", "The next session of the council will be held in Astana."),
    ("en", "The President instructed the government to look into the matter."),
    ("en", "The ambassador was born in Sheki and studied in Baku."),
]

CASES = [(frame, *report) for frame, reports in REPORTS.items() for report in reports]


@pytest.mark.parametrize("frame, language, sentence, tone", CASES)
def test_a_report_makes_one_frame(frame, language, sentence, tone):
    doc = document(sentence, language=language, speakers=SPEAKER)
    assert fired(doc, "frame") == {frame}
    assert tone in (None, doc.sentences[0].tone)


@pytest.mark.parametrize("language, sentence", WARM)
def test_praise_and_hope_are_a_tone_and_no_frame(language, sentence):
    doc = document(sentence, language=language, speakers=SPEAKER)
    assert (fired(doc, "frame"), doc.sentences[0].tone) == (set(), 1)


@pytest.mark.parametrize("language, sentence", PLAIN)
def test_protocol_and_agenda_make_no_frame_and_no_tone(language, sentence):
    doc = document(sentence, language=language)
    assert (fired(doc, "frame"), doc.sentences[0].tone) == (set(), 0)


# --- what turns a cue, or hides it -----------------------------------------------------------------------------------

@pytest.mark.parametrize("language, sentence", [
    ("en", "Trade did not grow."), ("az", "Ticarət artmayıb."), ("ru", "Торговля не выросла."),
    ("kk", "Сауда өспеді."), ("tr", "Ticaret artmadı."),
])
def test_growth_that_does_not_come_is_no_gain(language, sentence):
    assert "pragmatic-gain" not in fired(document(sentence, language=language), "frame")


@pytest.mark.parametrize("language, sentence", [
    ("en", "Trade turnover fell to 2 billion dollars."), ("az", "Ticarət dövriyyəsi azalıb və 2 milyard dollar olub."),
    ("ru", "Товарооборот снизился и составил 2 млрд долларов."),
    ("kk", "Тауар айналымы төмендеп, 2 млрд доллар болды."), ("tr", "Ticaret hacmi düştü ve 2 milyar dolar oldu."),
])
def test_trade_that_falls_is_a_concern_and_no_gain(language, sentence):
    assert fired(document(sentence, language=language), "frame") == {"concern"}


@pytest.mark.parametrize("language, economic, other", [
    ("en", "The line will help exports.", "The line will help the pupils."),
    ("az", "Bu addım ixraca kömək edəcək.", "Bu addım uşaqlara kömək edəcək."),
    ("ru", "Этот шаг поможет экспорту.", "Этот шаг поможет детям."),
    ("kk", "Бұл қадам экспортқа серпін береді.", "Бұл қадам балаларға жол ашады."),
    ("tr", "Bu adım ihracatı kolaylaştıracak.", "Bu adım çocukların işini kolaylaştıracak."),
])
def test_a_good_effect_is_a_gain_where_it_is_one_of_the_economy(language, economic, other):
    assert "pragmatic-gain" in fired(document(economic, language=language), "frame")
    assert "pragmatic-gain" not in fired(document(other, language=language), "frame")


@pytest.mark.parametrize("language, sentence", [
    ("en", "It will contribute to peace and security."), ("az", "Bu, sülhə və təhlükəsizliyə töhfə verəcək."),
    ("ru", "Это внесёт вклад в укрепление мира и безопасности."),
    ("kk", "Бұл бейбітшілік пен қауіпсіздікке үлес қосады."), ("tr", "Bu, barışa ve güvenliğe katkı sağlayacak."),
])
def test_a_contribution_to_peace_is_praise_and_no_gain(language, sentence):
    doc = document(sentence, language=language, speakers=SPEAKER)
    assert "pragmatic-gain" not in fired(doc, "frame") and doc.sentences[0].tone == 1


def test_a_ministry_of_trade_is_no_trade():
    names = {"Ministry of Trade": ("ORG", "ministry-of-trade")}
    sentence = "The Ministry of Trade said it will help the pupils."
    assert "pragmatic-gain" not in fired(document(sentence, names=names), "frame")
    assert "pragmatic-gain" in fired(document("He said trade will help the pupils."), "frame")


def test_a_cue_that_runs_into_an_office_does_not_count():
    assert not fired(document("Xarici ticarət naziri 2 milyard dollar ayırıb.", language="az"), "frame")
    assert fired(document("Xarici ticarət 2 milyard dollar olub.", language="az"), "frame") == {"pragmatic-gain"}


def test_the_role_of_a_person_is_credited_where_the_person_stands_beside_it():
    names = {"Timur Aksoy": ("PERSON", "timur-aksoy")}
    assert fired(document("She noted the personal role of Timur Aksoy.", names=names), "frame") == {"leadership"}
    far = "Timur Aksoy arrived and heard a lecture on the role of water in personal hygiene."
    assert "leadership" not in fired(document(far, names=names), "frame")


@pytest.mark.parametrize("language, event, house", [
    ("en", "Friendship ties them.", "The talks were held in the House of Friendship."),
    ("az", "Onları dostluq birləşdirir.", "Danışıqlar Dostluq Evində keçirilib."),
    ("ru", "Их связывает дружба.", "Переговоры прошли в Доме дружбы."),
    ("kk", "Оларды достық біріктіреді.", "Келіссөздер Достық үйінде өтті."),
    ("tr", "Onları dostluk birleştirir.", "Görüşmeler Dostluk Evi'nde yapıldı."),
])
def test_a_house_named_after_friendship_is_none(language, event, house):
    assert "friendship" in fired(document(event, language=language), "frame")
    assert "friendship" not in fired(document(house, language=language), "frame")


@pytest.mark.parametrize("language, made, named", [
    ("en", "They created a working group.", "The working group met on Monday."),
    ("az", "İşçi qrup yaradılıb.", "İşçi qrup bazar ertəsi toplaşıb."),
    ("ru", "Создана рабочая группа.", "Рабочая группа собралась в понедельник."),
    ("kk", "Жұмыс тобы құрылды.", "Жұмыс тобы дүйсенбіде жиналды."),
    ("tr", "Çalışma grubu kuruldu.", "Çalışma grubu pazartesi toplandı."),
])
def test_a_body_is_built_where_it_is_made_and_not_where_it_is_named(language, made, named):
    assert fired(document(made, language=language), "frame") == {"institution-building"}
    assert fired(document(named, language=language), "frame") == set()


def test_a_peace_treaty_builds_no_institution():
    assert "institution-building" not in fired(document("They are ready to sign a peace treaty."), "frame")
    assert "institution-building" in fired(document("They are ready to sign a transit treaty."), "frame")


@pytest.mark.parametrize("language, trade, strategic", [
    ("en", "China is our key trading partner.", "China is our key partner."),
    ("ru", "Китай - наш ключевой торговый партнёр.", "Китай - наш ключевой партнёр."),
    ("tr", "Çin en önemli ticaret ortağımız.", "Çin en önemli ortağımız."),
])
def test_a_trading_partner_is_no_ally(language, trade, strategic):
    assert "strategic-alliance" not in fired(document(trade, language=language), "frame")
    assert "strategic-alliance" in fired(document(strategic, language=language), "frame")


@pytest.mark.parametrize("language, sentence", [
    ("ru", "Стороны говорили о диверсификации маршрутов."), ("ru", "Самолёт стоит на взлётно-посадочной полосе."),
    ("az", "Əks təqdirdə iclas sabah olacaq."), ("az", "Şadayev iclasa gəlib."),
    ("kk", "Мақта өңірдің оңтүстігінде жиналады."), ("kk", "Құжатты хатшыға табыстады."),
    ("tr", "Yönetmelik uyarınca toplantı yapıldı."), ("tr", "Aksi takdirde toplantı yarın olacak."),
])
def test_words_that_only_begin_alike_are_no_cue(language, sentence):
    doc = document(sentence, language=language)
    assert fired(doc, "frame") == set() and doc.sentences[0].tone == 0


@pytest.mark.parametrize("language, signed, since", [
    ("en", "They spoke at the signing of the agreement.", "Since the signing of the agreement they have met twice."),
    ("ru", "Состоялось подписание соглашения.", "С момента подписания соглашения они встречались дважды."),
    ("az", "Saziş imzalanıb.", "Sazişin imzalanmasından bəri iki dəfə görüşüblər."),
    ("kk", "Келісімге қол қойылды.", "Келісімге қол қойылғаннан бері екі рет кездесті."),
    ("tr", "Anlaşma imzalandı.", "Anlaşmanın imzalanmasından bu yana iki kez görüştüler."),
])
def test_what_was_signed_long_since_builds_nothing_now(language, signed, since):
    assert "institution-building" in fired(document(signed, language=language), "frame")
    assert "institution-building" not in fired(document(since, language=language), "frame")


@pytest.mark.parametrize("language, sentence", [
    ("en", "Our firms donated medicines to the flooded villages."),
    ("az", "İcma bizə dəstək məktubları göndərib."),
    ("ru", "Жители пожертвовали миллион на лекарства."),
    ("kk", "Халық қайырымдылық көмек жинады."),
    ("tr", "Halk yardım kampanyasına bağış yaptı."),
])
def test_what_is_given_in_need_is_solidarity(language, sentence):
    assert "solidarity" in fired(document(sentence, language=language), "frame")


@pytest.mark.parametrize("language, sentence", [
    ("en", "The festival will bring our peoples closer."),
    ("az", "Festival xalqları bir-birinə yaxınlaşdırır."),
    ("ru", "Фестиваль сближает народы."),
    ("kk", "Фестиваль халықтарды жақындатады."),
    ("tr", "Festival halkları yakınlaştırıyor."),
])
def test_bringing_peoples_closer_is_friendship(language, sentence):
    assert "friendship" in fired(document(sentence, language=language, speakers=SPEAKER), "frame")


@pytest.mark.parametrize("language, sentence", [
    ("en", "It takes only 40 minutes to clear a train."), ("az", "Qatar cəmi 40 dəqiqəyə yoxlanılır."),
    ("ru", "Поезд оформляют всего за день, а вагон – всего 40 минут."),
    ("kk", "Пойызды тексеруге небәрі 40 минут кетеді."),
    ("tr", "Treni kontrol etmek yalnızca 40 dakika sürüyor."),
])
def test_time_saved_is_gain(language, sentence):
    assert "pragmatic-gain" in fired(document(sentence, language=language), "frame")


def test_the_organisation_in_azerbaijani_is_no_drought():
    assert "concern" not in fired(document("Ölkə quruma üzv olub.", language="az"), "frame")
    assert "concern" in fired(document("Gölün quruması sürür.", language="az"), "frame")


def test_who_cannot_come_to_a_meeting_has_not_failed():
    assert "concern" not in fired(document("Он не сможет принять участие во встрече.", language="ru"), "frame")
    assert "concern" in fired(document("Страна не сможет обеспечить себя водой.", language="ru"), "frame")


@pytest.mark.parametrize("language, sentence", [
    ("en", "The late leader played a decisive part in it."), ("az", "Mərhum lider bunda həlledici rol oynayıb."),
    ("ru", "Покойный лидер сыграл в этом решающую роль."), ("kk", "Марқұм көшбасшы бұл іске шешуші рөл қосты."),
    ("tr", "Merhum lider bunda belirleyici rol oynadı."),
])
def test_the_part_a_leader_played_is_leadership(language, sentence):
    doc = document(sentence, language=language, speakers=SPEAKER)
    assert "leadership" in fired(doc, "frame") and doc.sentences[0].tone == 1
