/// The tables of `rules/lexicons`, a row an array of cells.
enum LexiconTables {
    static let months = """
        en | january jan | february feb | march mar | april apr | may | june jun | july jul | august aug | \
        september sep sept | october oct | november nov | december dec
        de | januar jan jänner | februar feb | märz mär mrz | april apr | mai | juni jun | juli jul | august aug | \
        september sep sept | oktober okt | november nov | dezember dez
        es | enero ene | febrero feb | marzo mar | abril abr | mayo may | junio jun | julio jul | agosto ago | \
        septiembre setiembre sep sept | octubre oct | noviembre nov | diciembre dic
        fr | janvier janv | février févr fév | mars | avril avr | mai | juin | juillet juil | août aout | septembre \
        sept | octobre oct | novembre nov | décembre déc
        pt | janeiro jan | fevereiro fev | março mar | abril abr | maio mai | junho jun | julho jul | agosto ago | \
        setembro set | outubro out | novembro nov | dezembro dez
        it | gennaio gen | febbraio feb | marzo mar | aprile apr | maggio mag | giugno giu | luglio lug | agosto \
        ago | settembre set | ottobre ott | novembre nov | dicembre dic
        nl | januari jan | februari feb | maart mrt | april apr | mei | juni jun | juli jul | augustus aug | \
        september sep sept | oktober okt | november nov | december dec
        pl | stycznia styczeń styczniu | lutego luty lutym | marca marzec marcu | kwietnia kwiecień kwietniu | maja \
        maj maju | czerwca czerwiec czerwcu | lipca lipiec lipcu | sierpnia sierpień sierpniu | września wrzesień \
        wrześniu | października październik październiku | listopada listopad listopadzie | grudnia grudzień \
        grudniu
        ru | января январь январе янв | февраля февраль феврале фев | марта март марте мар | апреля апрель апреле \
        апр | мая май мае | июня июнь июне июн | июля июль июле июл | августа август августе авг | сентября \
        сентябрь сентябре сен сент | октября октябрь октябре окт | ноября ноябрь ноябре ноя | декабря декабрь \
        декабре дек
        uk | січня січень січні | лютого лютий лютому | березня березень березні | квітня квітень квітні | травня \
        травень травні | червня червень червні | липня липень липні | серпня серпень серпні | вересня вересень \
        вересні | жовтня жовтень жовтні | листопада листопад листопаді | грудня грудень грудні
        tr | ocak oca | şubat şub | mart mar | nisan nis | mayıs may | haziran haz | temmuz tem | ağustos ağu | \
        eylül eyl | ekim eki | kasım kas | aralık ara
        id | januari jan | februari feb | maret mar | april apr | mei | juni jun | juli jul | agustus agu | \
        september sep | oktober okt | november nov | desember des
        sv | januari jan | februari feb | mars mar | april apr | maj | juni jun | juli jul | augusti aug | \
        september sep sept | oktober okt | november nov | december dec
        da | januar jan | februar feb | marts mar | april apr | maj | juni jun | juli jul | august aug | september \
        sep sept | oktober okt | november nov | december dec
        nb | januar jan | februar feb | mars mar | april apr | mai | juni jun | juli jul | august aug | september \
        sep sept | oktober okt | november nov | desember des
        fi | tammikuuta tammikuu | helmikuuta helmikuu | maaliskuuta maaliskuu | huhtikuuta huhtikuu | toukokuuta \
        toukokuu | kesäkuuta kesäkuu | heinäkuuta heinäkuu | elokuuta elokuu | syyskuuta syyskuu | lokakuuta \
        lokakuu | marraskuuta marraskuu | joulukuuta joulukuu
        cs | ledna leden lednu | února únor únoru | března březen březnu | dubna duben dubnu | května květen květnu \
        | června červen červnu | července červenec červenci | srpna srpen srpnu | září | října říjen říjnu | \
        listopadu listopad | prosince prosinec prosinci
        hu | január január jan | február feb | március márc | április ápr | május máj | június jún | július júl | \
        augusztus aug | szeptember szept | október okt | november nov | december dec
        eu | urtarrilaren urtarrila urtarrilak | otsailaren otsaila otsailak | martxoaren martxoa martxoak | \
        apirilaren apirila apirilak | maiatzaren maiatza maiatzak | ekainaren ekaina ekainak | uztailaren uztaila \
        uztailak | abuztuaren abuztua abuztuak | irailaren iraila irailak | urriaren urria urriak | azaroaren \
        azaroa azaroak | abenduaren abendua abenduak
        ar | يناير كانون | فبراير شباط | مارس آذار | أبريل ابريل إبريل نيسان | مايو أيار | يونيو حزيران | يوليو \
        تموز | أغسطس اغسطس آب | سبتمبر أيلول | أكتوبر اكتوبر | نوفمبر | ديسمبر
        he | ינואר בינואר | פברואר בפברואר | מרץ במרץ מרס | אפריל באפריל | מאי במאי | יוני ביוני | יולי ביולי | \
        אוגוסט באוגוסט | ספטמבר בספטמבר | אוקטובר באוקטובר | נובמבר בנובמבר | דצמבר בדצמבר
        hi | जनवरी | फरवरी फ़रवरी | मार्च | अप्रैल | मई | जून | जुलाई | अगस्त | सितंबर सितम्बर | अक्टूबर अक्तूबर | \
        नवंबर नवम्बर | दिसंबर दिसम्बर
        th | มกราคม | กุมภาพันธ์ | มีนาคม | เมษายน | พฤษภาคม | มิถุนายน | กรกฎาคม | สิงหาคม | กันยายน | ตุลาคม | \
        พฤศจิกายน | ธันวาคม
        """
    static let numberSuffixes = """
        1000 |  | thousand thousands tausend tsd mille mila mijl duizend tysiąc* tys тысяч* тыс тисяч* тис nghìn \
        ngàn ribu tusen tuhat*
        1000 | es pt | mil
        1000 | tr | bin
        1000000 |  | million* mio millón millones milhão milhões milione milioni miljoen* milion* mln миллион* млн \
        мільйон* milyon triệu juta miljon* miljoona* مليون
        1000000000 |  | billion billions milliard* mrd миллиард* млрд мільярд* miljard* milyar miliard* bilhão \
        bilhões tỷ
        1000 | sign | 千 천
        10000 | sign | 万 萬 만
        1000000 | sign | 百万
        100000000 | sign | 億 亿 억
        percent |  | percent percents per_cent prozent procent* prosent* por_ciento por_cento pour_cent per_cento \
        процент* відсот* yüzde persen ehuneko
        percent | sign | % ％ ٪ ﹪ パーセント 퍼센트 プロセント
        ordinal |  | st nd rd th s
        ordinal | fr | er re ère ere e ème eme nd nde
        ordinal | es pt it gl ca | o a os as er ro ra do da to ta n r t
        ordinal | nl | e de ste
        ordinal | sv fi da nb | e a de te
        ordinal | de | er ern
        unit |  | ms s sec secs min mins h hr hrs d w y yr px em rem pt vw vh dpi ppi fps b kb mb gb tb pb kib mib \
        gib tib bit bits kbit mbit gbit bps kbps mbps gbps hz khz mhz ghz mm cm m km nm g kg mg l ml w kw v mv ma \
        mah x c f ns µs us cpu vcpu
        """
    static let numberWords = """
        en | zero no none | one first once single a an | two second twice both double two-* pair dual secondly \
        couple | three third thrice triple three-* thirdly | four fourth four-* | five fifth five-* | six sixth \
        six-* | seven seventh | eight eighth | nine ninth | ten tenth | eleven eleventh | twelve twelfth dozen | \
        twenty twentieth | hundred hundredth hundreds | thousand thousandth thousands
        de | null kein* | ein eine einen einem einer eines eins erste* einmal* einzige* einzeln* | zwei zwei* \
        zweite* beide* doppelt* zweimal* | drei drei* dritte* dreimal* | vier viert* viermal* | fünf fünf* | sechs \
        sechs* | sieben siebt* sieben* | acht achte* | neun neunt* | zehn zehnt* | elf elft* | zwölf zwölft* | \
        zwanzig* | hundert* | tausend*
        es | cero ningún ninguna ninguno | un una uno primer primera primero primeras primeros único única | dos \
        segundo segunda segundos segundas ambos ambas doble dobles | tres tercer tercera tercero triple | cuatro \
        cuarto cuarta | cinco quinto quinta | seis sexto sexta | siete séptimo séptima | ocho octavo octava | nueve \
        noveno novena | diez décimo décima | once undécimo | doce docena | veinte | cien ciento cientos centenar | \
        mil miles
        fr | zéro aucun aucune | un une premier première premiers premières unique | deux deuxième deuxièmes second \
        seconde double doubles | trois troisième triple | quatre quatrième | cinq cinquième | six sixième | sept \
        septième | huit huitième | neuf neuvième | dix dixième dizaine | onze onzième | douze douzième douzaine | \
        vingt vingtième vingtaine | cent cents centaine | mille millier milliers
        pt | zero nenhum nenhuma | um uma primeiro primeira primeiros primeiras único única | dois duas segundo \
        segunda segundos segundas ambos ambas duplo dupla | três terceiro terceira triplo | quatro quarto quarta | \
        cinco quinto quinta | seis sexto sexta | sete sétimo sétima | oito oitavo oitava | nove nono nona | dez \
        décimo décima | onze | doze dúzia | vinte | cem cento centena | mil milhares
        it | zero nessun nessuna | un uno una primo prima primi prime unico unica | due secondo seconda entrambi \
        entrambe doppio doppia | tre terzo terza triplo | quattro quarto quarta | cinque quinto quinta | sei sesto \
        sesta | sette settimo settima | otto ottavo ottava | nove nono nona | dieci decimo decima | undici | dodici \
        dozzina | venti | cento centinaio | mille mila
        nl | nul geen | een één eerste eenmaal enkele | twee tweede beide* dubbel* tweemaal | drie derde | vier \
        vierde | vijf vijfde | zes zesde | zeven zevende | acht achtste | negen negende | tien tiende | elf elfde | \
        twaalf twaalfde | twintig | honderd | duizend
        pl | zero żaden żadne* | jeden jedna jedno jednego jednej jednym jedną pierwsz* raz | dwa dwie dwóch dwu \
        dwoma dwiema drug* oba obie obu podwój* dwukrotnie | trzy trzech trzema trzeci* | cztery czterech czterema \
        czwart* | pięć pięciu piąt* | sześć sześciu szóst* | siedem siedmiu siódm* | osiem ośmiu ósm* | dziewięć \
        dziewięciu dziewiąt* | dziesięć dziesięciu dziesiąt* | jedenaście | dwanaście | dwadzieścia | sto stu | \
        tysiąc*
        ru | ноль нуль | один одна одно одного одной одному одним одну перв* единств* однажды | два две двух двум \
        двумя втор* оба обе обоих двойн* дважды двуx* | три трех трёх трем трём тремя трет* трой* | четыре четырех \
        четырёх четырем четверт* | пять пяти пят* | шесть шести шест* | семь семи седьм* | восемь восьми восьм* | \
        девять девяти девят* | десять десяти десят* | одиннадцат* | двенадцат* | двадцат* | сто ста сот* | тысяч*
        uk | нуль | один одна одне одного одної одну одним перш* єдин* | два дві двох двом двома друг* обидв* \
        подвій* двічі | три трьох трьом трет* | чотири чотирьох четверт* | п'ять п'яти п’ять п’яти | шість шести \
        шост* | сім семи сьом* | вісім восьми восьм* | дев'ять дев’ять | десять десяти десят* | одинадцят* | \
        дванадцят* | двадцят* | сто ста | тисяч*
        tr | sıfır | bir birinci ilk tek | iki ikinci ikisi çift her_iki | üç üçüncü | dört dördüncü | beş beşinci \
        | altı altıncı | yedi yedinci | sekiz sekizinci | dokuz dokuzuncu | on onuncu |  |  | yirmi | yüz | bin
        ja | 零 ゼロ | 一 ひとつ 一つ いち 最初 １つ 単一 唯一 | 二 ふたつ 二つ 両方 両 双方 二重 ダブル | 三 みっつ | 四 よっつ | 五 いつつ | 六 むっつ | 七 ななつ | 八 \
        やっつ | 九 ここのつ | 十 | 十一 | 十二 | 二十 | 百 | 千
        zh | 零 | 一 首 单 單 唯一 | 二 两 兩 双 雙 | 三 | 四 | 五 | 六 | 七 | 八 | 九 | 十 | 十一 | 十二 | 二十 | 百 | 千
        ko | 영 제로 | 하나 한 첫 일 단일 유일 | 둘 두 이 양쪽 모두 이중 | 셋 세 삼 | 넷 네 사 | 다섯 오 | 여섯 육 | 일곱 칠 | 여덟 팔 | 아홉 구 | 열 십 | 열한 \
        열하나 십일 | 열두 열둘 십이 | 스물 스무 이십 | 백 | 천
        vi | không | một nhất đầu | hai đôi cả_hai nhì | ba | bốn tư | năm | sáu | bảy | tám | chín | mười |  |  | \
        | trăm | nghìn ngàn
        id | nol tidak | satu pertama sebuah seorang suatu se* | dua kedua ganda | tiga ketiga | empat keempat | \
        lima kelima | enam keenam | tujuh ketujuh | delapan kedelapan | sembilan | sepuluh | sebelas |  |  | \
        seratus | seribu
        ar | صفر | واحد واحدة الأول الأولى أول | اثنان اثنين اثنتين الثاني الثانية كلا | ثلاثة ثلاث الثالث الثالثة \
        | أربعة أربع الرابع الرابعة | خمسة خمس الخامس | ستة ست السادس | سبعة سبع | ثمانية ثماني | تسعة تسع | عشرة \
        عشر |  |  | عشرون عشرين | مائة مئة | ألف
        he | אפס | אחד אחת ראשון ראשונה הראשון הראשונה | שני שתי שניים שתיים השני השנייה שניהם | שלוש שלושה שלישי \
        השלישי | ארבע ארבעה | חמש חמישה | שש שישה | שבע שבעה | שמונה | תשע תשעה | עשר עשרה |  |  | עשרים | מאה | \
        אלף
        eu | zero | bat bata lehen lehenengo bakar* | bi biak bigarren bikoitz* | hiru hirugarren | lau laugarren | \
        bost bosgarren | sei | zazpi | zortzi | bederatzi | hamar | hamaika | hamabi | hogei | ehun | mila
        """
    static let languageNames = """
        en | english eng inglés inglese anglais englisch
        de | german deutsch ger deu
        fr | french français francais fra fre
        es | spanish español espanol castellano castilian spa sp
        es-419 | latinamericanspanish spanishlatinamerica latam
        pt | portuguese português portugues por pr
        pt-BR | brazilianportuguese portuguesebrazil portuguesebrazilian brazilian ptbr br portuguêsbrasileiro
        pt-PT | europeanportuguese ptpt
        it | italian italiano ita
        nl | dutch nederlands nld dut flemish
        pl | polish polski pol
        ru | russian русский rus
        uk | ukrainian українська ukr ua
        be | belarusian беларуская
        tr | turkish türkçe turkce tur
        ja | japanese 日本語 jpn jp
        zh | chinese 中文 汉语 漢語 zho chi
        zh-Hans | simplifiedchinese simplifiedchineses chinesesimplified schinese 简体中文 简体 cn sc zhs chs
        zh-Hant | traditionalchinese traditionalchineses chinesetraditional tchinese 繁體中文 正體中文 繁體 tc zht cht
        zh-CN | zhcn
        zh-TW | tw zhtw
        zh-HK | hk zhhk
        ko | korean 한국어 한글 kor kr
        vi | vietnamese tiếngviệt tiengviet vie vn
        id | indonesian bahasaindonesia bahasa in
        ms | malay bahasamelayu
        th | thai ไทย ภาษาไทย tha
        ar | arabic العربية عربي ara
        he | hebrew עברית heb iw
        fa | persian farsi فارسی ir
        ur | urdu اردو
        hi | hindi हिन्दी हिंदी hin
        bn | bengali bangla বাংলা
        ta | tamil தமிழ்
        te | telugu
        ml | malayalam
        mr | marathi
        gu | gujarati
        pa | punjabi
        ne | nepali
        si | sinhala
        sv | swedish svenska se
        da | danish dansk dk
        nb | norwegianbokmål bokmål
        no | norwegian norsk
        fi | finnish suomi
        is | icelandic íslenska
        cs | czech čeština cestina česky cz
        sk | slovak slovenčina
        hu | hungarian magyar
        ro | romanian română romana
        bg | bulgarian български
        hr | croatian hrvatski
        sr | serbian српски srpski
        sl | slovenian slovene slovenščina
        mk | macedonian македонски
        el | greek ελληνικά gr
        ca | catalan català catala
        gl | galician galego
        eu | basque euskara
        lt | lithuanian lietuvių
        lv | latvian latviešu
        et | estonian eesti
        ka | georgian ქართული
        hy | armenian հայերեն
        az | azerbaijani azərbaycanca
        uz | uzbek oʻzbek ozbek
        kk | kazakh қазақша
        ga | irish gaeilge
        cy | welsh cymraeg
        af | afrikaans
        sw | swahili kiswahili
        my | burmese
        km | khmer
        mn | mongolian монгол
        eo | esperanto
        tl | tagalog
        fil | filipino
        """
    static let functionWords = """
        en | the of and to in is that it for with as you this are be or by from your not have which can if on at an \
        will we they has but when these their its all use also should what how
        es | el la los las de del y en que un una es se por con para su al lo como más o este esta pero sus le ya \
        cuando son si no ser puede sin sobre también entre está muy todo desde hay
        pt | o a os as de do da dos das e em no na nos nas que um uma é se por com para seu sua ao como mais ou \
        este esta mas você não são ser pode sem sobre também entre quando pelo pela isso
        fr | le la les de des du et en que un une est se par avec pour son sa au aux ce cette dans qui sur pas plus \
        ou vous nous il elle sont être peut sans mais comme si votre ne ces leur
        de | der die das den dem des und in zu von mit ist im für auf ein eine einen einem einer nicht sich als \
        auch es an werden aus wie bei oder wird sind kann sie ich wenn dass zum zur nach über nur
        it | il lo la i gli le di del della dei delle e in che un una è si per con da al alla come più o questo \
        questa ma non sono nel nella su anche può essere tra se quando dal dalla ai
        nl | de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit door naar \
        kan je wordt worden deze dit die hebben heeft moet over meer u we zo
        pl | i w z na do że się nie jest to o dla jak od po przez oraz który która które ale za czy być może są tym \
        tego ten ta przy lub jeśli aby już tylko tak można jego ich
        tr | ve bir bu için ile da de olarak olan daha çok gibi her ne ki veya en kadar sonra ama değil var ise \
        olduğu olur tüm şekilde bunu nasıl eğer ancak sadece tarafından üzerinde
        vi | và của là có cho các được trong một với không này khi những để từ người bạn đã về theo như nếu hoặc \
        trên sẽ thì phải vào ra cũng tại mà bằng nhưng hơn nhiều đến
        id | yang dan di untuk dengan ini dari dalam pada tidak adalah itu ke akan atau dapat anda oleh sebagai \
        juga bisa jika lebih saat ada karena seperti kita harus telah secara setiap tersebut sudah
        sv | och att det som en på är av för med den till inte om ett har de kan från eller när vi så du men ska \
        blir detta även efter alla där
        da | og at det som en på er af for med den til ikke om et har de kan fra eller når vi så du men skal bliver \
        dette også efter alle der
        cs | a v na se je že s z do to pro jako o by i k ve od po který které která ale nebo při jsou být není tak \
        může pokud jen když než
        ro | și de la în a cu pe care nu este sau un o să din pentru mai ca prin sunt se al ale fi dar acest \
        această poate
        hu | a az és hogy nem egy is ez van meg de ha mint vagy csak már el még amely ki azt kell lehet után minden
        fi | ja on ei se että joka tai kun myös mutta ovat ole voi jos kuin sen tämä niin sitä ovat voit tämän sekä
        eu | eta da ez bat du dira edo dute hau bere izan behar den duen baina bada ere dago baino dugu dituen \
        horrela egin
        """
}
