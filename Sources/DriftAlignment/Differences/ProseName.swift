import DriftText

/// A name that no language changes and that stands in running text: an address, a path, an option, an identifier.
struct ProseName {
    enum Kind {
        /// `team@example.org`.
        case mail
        /// `/etc/hosts`, `src/a/b.ts`, `C:\temp`, `config.yml`.
        case path
        /// `--dry-run`; `-f` where others stand beside it.
        case option
        /// `LOG_LEVEL`, `max_size`, `log.level.set`, `open()`.
        case identifier
        /// `readAll`, `PageList`; and names of products, such as `GitHub`.
        case camelCase
    }

    let kind: Kind
    /// In bytes of the text.
    let range: Range<Int>
    let text: ArraySlice<UInt8>
    /// Where it stands in the document, if it is a link of itself or code.
    var link: ByteRange?

    /// Longer runs of characters are data.
    private static let longest = 100

    /// The names of a text in their order. Linear in the text.
    static func names(in text: [UInt8]) -> [ProseName] {
        var names: [ProseName] = []
        var index = 0
        while index < text.count {
            guard text[index].mayBeginName else {
                index += 1
                continue
            }
            var end = index + 1
            var isPlain = text[index].isASCIILetter
            while end < text.count, text[end].mayBeOfName {
                // A mark counts when something follows it, a capital letter when a small one stands before.
                let isMark = !text[end - 1].isASCIILetter
                isPlain = isPlain && !isMark && (text[end] >= 0x60 || text[end] < 0x41 || text[end - 1] < 0x60)
                end += 1
            }
            if !isPlain, end - index > 1, end - index <= longest, !text.adjoinsLetter(index..<end) {
                names += Token(text: text, range: index..<end).names
            }
            index = end
        }
        // A hyphen and a letter alone are the end of a word more often than an option.
        let hasOption = names.contains { $0.kind == .option && $0.text.count > 2 }
        return hasOption ? names : names.filter { $0.kind != .option }
    }
}

extension ProseName {
    /// nil for an address of another kind.
    init?(mail text: ArraySlice<UInt8>, at place: ByteRange) {
        guard text.contains(UInt8(ascii: "@")), !text.contains(UInt8(ascii: ":")) else { return nil }
        self.init(kind: .mail, range: 0..<0, text: text, link: place)
    }
}

extension ProseName {
    /// nil for code that is no name with capitals in it.
    init?(code: ArraySlice<UInt8>, at place: ByteRange) {
        guard code.isCamelCase, code.allSatisfy(\.isWord) else { return nil }
        self.init(kind: .camelCase, range: 0..<0, text: code, link: place)
    }
}

/// A run of bytes of ASCII that may be, or hold, a name.
private struct Token {
    let text: [UInt8]
    let range: Range<Int>

    init(text: [UInt8], range: Range<Int>) {
        self.text = text
        var range = range
        while let last = range.last, ".:-/\\@~+$".utf8.contains(text[last]) { range = range.dropLast() }
        self.range = range
    }

    private var bytes: ArraySlice<UInt8> { text[range] }

    var names: [ProseName] {
        guard let first = bytes.first, bytes.count > 1, !isAddress else { return [] }
        if bytes.contains(UInt8(ascii: "@")) { return isMail ? [name(.mail, range)] : [] }
        if first == UInt8(ascii: "-") { return option.map { [$0] } ?? [] }
        if isPath { return [name(.path, range)] }
        // Words with slashes or hyphens between them are compared one by one.
        return bytes.split { "/\\-:~+$".utf8.contains($0) }.compactMap { word(trimmed($0)) }
    }

    private func name(_ kind: ProseName.Kind, _ range: Range<Int>) -> ProseName {
        ProseName(kind: kind, range: range, text: text[range])
    }

    private func trimmed(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var word = word
        while word.last == UInt8(ascii: ".") { word.removeLast() }
        while word.first == UInt8(ascii: ".") { word.removeFirst() }
        return word
    }

    /// Whether it is a URL, which the comparison of links looks at, or data.
    private var isAddress: Bool {
        Array(bytes).firstRange(of: Array("://".utf8), asWord: false) != nil || !bytes.contains(where: \.isASCIILetter)
    }

    private var isMail: Bool {
        let sides = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard sides.count == 2, let local = sides.first, let domain = sides.last, !local.isEmpty else { return false }
        let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.count > 1 && labels.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isWordOrHyphen) }
            && local.allSatisfy { $0.isWordOrHyphen || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "+") }
    }

    /// `--long-option`, without a noun that a hyphen joins to it, or `-f`.
    private var option: ProseName? {
        let dashes = bytes.prefix { $0 == UInt8(ascii: "-") }.count
        let start = range.lowerBound + dashes
        guard dashes <= 2, start < range.upperBound, text[start].isASCIILetter else { return nil }
        if range.lowerBound > 0, text[range.lowerBound - 1].isWord { return nil }
        var end = start + 1
        while end < range.upperBound, text[end].isWordOrHyphen {
            if text[end] == UInt8(ascii: "-"), end + 1 < range.upperBound, text[end + 1] < UInt8(ascii: "a") { break }
            end += 1
        }
        guard dashes == 2 ? end - start > 1 : end - start == 1 else { return nil }
        return name(.option, range.lowerBound..<end)
    }

    /// Whether it begins as a path does, or has several parts of which the last has an ending.
    private var isPath: Bool {
        let isWindows =
            bytes.count > 3 && text[range.lowerBound + 1] == UInt8(ascii: ":")
            && text[range.lowerBound + 2] == UInt8(ascii: "\\") && text[range.lowerBound].isASCIILetter
        if isWindows { return true }
        guard !bytes.contains(UInt8(ascii: ":")), !bytes.contains(UInt8(ascii: "\\")) else { return false }
        let parts = bytes.split(separator: UInt8(ascii: "/"))
        guard let last = parts.last, parts.count > 1, last.contains(where: \.isASCIILetter) else { return false }
        let isRooted = ["/", "./", "../", "~/"].contains { bytes.starts(with: $0.utf8) }
        return isRooted && parts.allSatisfy { $0.contains(where: \.isWord) || $0.allSatisfy { $0 == 0x2E } }
            || last.hasEnding && parts.allSatisfy { !$0.isEmpty }
    }

    private func word(_ word: ArraySlice<UInt8>) -> ProseName? {
        guard let first = word.first, word.count > 3, first.isASCIILetter || first == UInt8(ascii: "_"),
            word.contains(where: \.isASCIILetter)
        else { return nil }
        let range = word.startIndex..<word.endIndex
        if word.contains(UInt8(ascii: ".")) {
            let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard parts.allSatisfy({ $0.first?.isWord ?? false && $0.first.map { !$0.isASCIIDigit } ?? false }) else {
                return nil
            }
            if parts.count == 2, word.hasEnding { return name(.path, range) }
            return parts.count > 2 && parts.contains { $0.count > 2 } ? name(.identifier, range) : nil
        }
        let parts = word.split(separator: UInt8(ascii: "_"))
        if parts.count > 1 { return name(.identifier, range) }
        return word.isCamelCase ? name(.camelCase, range) : nil
    }
}

extension UInt8 {
    fileprivate var isWordOrHyphen: Bool { isWord || self == UInt8(ascii: "-") }

    fileprivate var mayBeginName: Bool { isWord || self >= 0x2D && self <= 0x2F || self == UInt8(ascii: "~") }

    fileprivate var mayBeOfName: Bool {
        switch self {
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "@"),
            UInt8(ascii: ":"),
            UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "$"):
            true
        default: isWord
        }
    }
}

extension [UInt8] {
    /// Whether a letter beyond ASCII, of a script that separates words, stands right before or behind a place.
    func adjoinsLetter(_ place: Range<Int>) -> Bool {
        func isLead(_ index: Int) -> Bool { indices.contains(index) && self[index] >= 0xC3 && self[index] <= 0xDF }
        return isLead(place.upperBound) || isLead(place.lowerBound - 2)
    }
}

extension ArraySlice<UInt8> {
    /// Whether it ends as a file name does, in a full stop and one to five small letters or digits.
    fileprivate var hasEnding: Bool {
        guard let dot = lastIndex(of: UInt8(ascii: ".")), dot > startIndex, self[dot - 1].isWord else { return false }
        let ending = self[(dot + 1)...]
        return (1...5).contains(ending.count) && ending.first.map { !$0.isASCIIDigit } ?? false
            && ending.allSatisfy { $0.isASCIIDigit || $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
    }

    /// Whether a capital letter follows a small one.
    fileprivate var isCamelCase: Bool {
        zip(self, dropFirst()).contains {
            $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") && $1 >= UInt8(ascii: "A") && $1 <= UInt8(ascii: "Z")
        }
    }
}
