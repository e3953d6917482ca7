import DriftText

extension LanguageTag {
    /// Reads a tag or the name of a language as file names, folders and front matter spell it: BCP 47 in any case and
    /// with `_` for `-`, the codes that repositories use instead (`jp`, `cn`, `ua`), and names in English or in the
    /// language itself (`brazilian-portuguese`, `日本語`).
    ///
    /// nil where no known language is meant. What is an everyday word too (`no`, `in`, `it`) is read as a language; the
    /// caller knows whether that is likely.
    package init?(spelling: some StringProtocol) {
        let bytes = Array(spelling.utf8)
        guard bytes.count >= 2, bytes.count <= 64 else { return nil }
        let folded = bytes.folded(0..<bytes.count)
        let name = folded.filter { !Self.isSeparator($0) }
        if let tag = LanguageNames.known.tag(of: name) {
            self = tag
        } else if let tag = Self.parse(folded.split(whereSeparator: Self.isSeparator)) {
            self = tag
        } else {
            return nil
        }
    }

    /// Reads what `init(spelling:)` reads of some ASCII in small letters, without making a string of what is one word
    /// and no language's.
    package init?(plainSpelling text: ArraySlice<UInt8>) {
        if !text.contains(where: Self.isSeparator) {
            var hash = StableHash()
            hash.combine(text)
            guard LanguageNames.known.words.contains(hash.value) else { return nil }
        }
        self.init(spelling: String(decoding: text, as: UTF8.self))
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: " ")
    }

    /// Language, script and region in small letters.
    private static func parse(_ parts: [ArraySlice<UInt8>]) -> LanguageTag? {
        guard let first = parts.first, first.count <= 3, parts.count <= 3 else { return nil }
        let alias = LanguageNames.known.tag(of: Array(first))
        let code = String(decoding: first, as: UTF8.self)
        guard let base = alias ?? (LanguageNames.codes.contains(code) ? LanguageTag(language: code) : nil)
        else { return nil }
        var (script, region) = (base.script, base.region)
        for (index, part) in parts.enumerated().dropFirst() {
            let word = String(decoding: part, as: UTF8.self)
            if index == 1, part.count == 4, LanguageNames.scripts.contains(word) {
                script = word.prefix(1).uppercased() + word.dropFirst()
            } else if index == parts.count - 1, Self.isRegion(word) {
                region = word.uppercased()
            } else if index == 1, part.elementsEqual(first) {
                // `ko-KO` and `ja-JA` are slips for the language alone.
                continue
            } else {
                return nil
            }
        }
        return LanguageTag(language: base.language, script: script, region: region)
    }

    private static func isRegion(_ word: String) -> Bool {
        if word.utf8.count == 3 { return word.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
        return word.utf8.count == 2 && LanguageNames.regions.contains(word)
    }

    /// The single words, in small letters, that are read as a language: its code and its names.
    package static func words(for language: String) -> [String] {
        [language] + (LanguageNames.known.names[language] ?? [])
    }

    /// Whether both name one language, whatever their scripts and regions.
    package func isSameLanguage(as other: LanguageTag) -> Bool { language == other.language }
}

/// The languages, scripts and regions that a tag may name.
struct LanguageNames: Sendable {
    static let known = LanguageNames()

    private var tags: [[UInt8]: LanguageTag] = [:]
    /// By the language's code.
    fileprivate private(set) var names: [String: [String]] = [:]
    /// Hashes of all names and codes that are one word.
    fileprivate private(set) var words: Set<UInt64> = []

    private init() {
        for row in EmbeddedLexicons.languageNames.map(\.cells) where row.count == 2 {
            let parts = row[0].split(separator: "-").map(String.init)
            let second = parts.count > 1 ? parts[1] : nil
            let isScript = (second?.utf8.count ?? 0) == 4
            let tag = LanguageTag(
                language: parts[0], script: isScript ? second : nil, region: isScript ? nil : second)
            for name in row[1].split(separator: " ") {
                tags[Array(name.utf8)] = tag
                names[tag.language, default: []].append(String(name))
            }
        }
        for word in tags.keys + Self.codes.map({ Array($0.utf8) }) {
            var hash = StableHash()
            hash.combine(word)
            words.insert(hash.value)
        }
    }

    func tag(of name: [UInt8]) -> LanguageTag? { tags[name] }

    /// ISO 639-1, and those of ISO 639-3 that documentation is written in.
    static let codes = words(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es \
        et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg \
        ki kj kk kl km kn ko ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn \
        no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sd sg si sk sl sm sn so sq sr ss st su sv sw ta te \
        tg th ti tk tl tn to tr ts tt ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ast ceb ckb fil gsw haw hmn kab \
        nds sco yue
        """)

    static let scripts = words("hans hant latn cyrl arab deva beng hebr thai grek jpan kore geor armn taml")

    static let regions = words(
        """
        ad ae af ag ai al am ao ar at au aw az ba bb bd be bf bg bh bi bj bn bo br bs bt bw by bz ca cd cf cg ch ci cl cm \
        cn co cr cu cv cy cz de dj dk dm do dz ec ee eg er es et fi fj fm fr ga gb gd ge gh gm gn gq gr gt gw gy hk hn hr \
        ht hu id ie il in iq ir is it jm jo jp ke kg kh ki km kn kp kr kw kz la lb lc li lk lr ls lt lu lv ly ma mc md me \
        mg mh mk ml mm mn mo mr mt mu mv mw mx my mz na ne ng ni nl no np nr nz om pa pe pg ph pk pl pr pt pw py qa ro rs \
        ru rw sa sb sc sd se sg si sk sl sm sn so sr ss st sv sy sz td tg th tj tl tm tn to tr tt tv tw tz ua ug uk us uy \
        uz va vc ve vn vu ws ye za zm zw
        """)

    private static func words(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }
}
