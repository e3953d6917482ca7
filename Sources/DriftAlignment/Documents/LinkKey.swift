import DriftLanguage
import DriftText

/// What of a link target no localization changes.
///
/// Dropped are the fragment, segments of the path and labels of the host that spell a locale, locale suffixes of file
/// names, steps such as `../` that only say from where the link is seen, the name of the page that a folder shows, and
/// characters that nobody sees.
package struct LinkKey: Sendable {
    /// Words that name the locales compared, in lower case, such as `jp`, `japanese` or `zh-cn`.
    package let localeWords: Set<String>
    /// Words that say nothing of where a link leads: those, every spelling of the languages compared, such as `jp` for
    /// Japanese, and what sites add.
    private let leftOut: Set<String>
    /// Of `localeWords` and `leftOut`: most targets are told apart without a string.
    private let hashes: (locales: HashTable, leftOut: HashTable)

    package init(localeWords: Set<String>) {
        self.localeWords = localeWords
        let languages = Set(localeWords.compactMap { LanguageTag(spelling: $0)?.language })
        leftOut = localeWords.union(languages.flatMap(LanguageTag.words(for:)))
            .union(["www", "en", "index", "html", "htm", "md", "mdx", "markdown", "lang", "i18n", "intl", "locale"])
        hashes = (HashTable(Set(localeWords.map(Self.hash))), HashTable(Set(leftOut.map(Self.hash))))
    }

    private static func hash(_ word: String) -> UInt64 {
        var hash = StableHash()
        hash.combine(Array(word.utf8))
        return hash.value
    }

    /// A hash that is equal for targets that differ by localization only.
    package func hash(_ target: [UInt8]) -> UInt64 {
        if let plain = PlainTarget(target) { return hash(plain) }
        var hash = StableHash()
        for word in words(target) { hash.combine(word) }
        return hash.value
    }

    /// What `words(_:)` would keep, hashed where it stands.
    private func hash(_ target: PlainTarget) -> UInt64 {
        var hash = StableHash()
        for piece in target.pieces where !target.isStep(piece) && !isLocale(piece, target) {
            if let value = target.value(piece), isLocale(value, target) { continue }
            let labels = target.parts(of: piece) { $0 == UInt8(ascii: ".") }
            if piece.upperBound == target.text.count, isFolderPage(labels, target) { continue }
            for label in labels where !isLocale(label, target) {
                for word in target.words(label) where !hashes.leftOut.contains(target.hash(word)) {
                    for index in word { hash.combine(byte: target.text[index]) }
                    hash.combine(byte: 0xFF)
                }
            }
        }
        return hash.value
    }

    private func isFolderPage(_ labels: PlainTarget.Parts, _ target: PlainTarget) -> Bool {
        target.isFolderPage(
            labels.filter { !isLocale($0, target) }, without: { hashes.leftOut.contains(target.hash($0)) })
    }

    private func isLocale(_ word: Range<Int>, _ target: PlainTarget) -> Bool {
        if hashes.locales.contains(target.hash(word)) { return true }
        guard word.count == 2 || word.count == 5 || word.count == 7 else { return false }
        return LanguageTag(plainSpelling: target.text[word]) != nil
    }

    /// The parts of a target that are kept, in lower case.
    package func words(_ target: [UInt8]) -> [String] {
        if let mailbox = mailHost(of: target) { return [mailbox] }
        let path = target.withoutInvisible.percentDecoded.prefix { $0 != UInt8(ascii: "#") }
        let pieces = path.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "&") }
        var kept: [String] = []
        for piece in pieces {
            let text = String(decoding: piece, as: UTF8.self).lowercased().withoutFinalPunctuation
            if text == "." || text == ".." || text == "https:" || text == "http:" || isLocale(text)
                || text.hasPrefix("tab=readme")
            {
                continue
            }
            if let value = text.split(separator: "=").last, text.contains("="), isLocale(String(value)) { continue }
            let labels = text.split(separator: ".").filter { !isLocale(String($0)) }
            if piece.endIndex == path.endIndex, isFolderPage(labels) { continue }
            kept += labels.flatMap { $0.split { "-_=".contains($0) } }.map(String.init).filter { !leftOut.contains($0) }
        }
        return kept
    }

    /// Whether a file's name, cut at its points, is that of a page that stands for its folder, a locale's suffix aside.
    private func isFolderPage(_ labels: [Substring]) -> Bool {
        guard labels.count == 2, ["md", "mdx", "markdown", "html", "htm"].contains(labels[1]) else { return false }
        let words = labels[0].split { "-_=".contains($0) }
        return ["readme", "index"].contains(words.first)
            && words.dropFirst().allSatisfy { leftOut.contains(String($0)) }
    }

    /// The host of a mail address, which stays when a team has a mailbox for each language.
    private func mailHost(of target: [UInt8]) -> String? {
        MailAddress(target).map { String(decoding: $0.host, as: UTF8.self) }
    }

    /// Whether a target is the source's mailbox, mistyped by one letter.
    func isMistypedMail(_ target: [UInt8], as source: [UInt8]) -> Bool {
        guard target != source, let source = MailAddress(source), let target = MailAddress(target) else { return false }
        return target.isMistyped(as: source, isLocale: isLocale)
    }

    /// Whether a target is the edition in another language of a site that has a host for each: its pages have names
    /// of their own.
    package func isEdition(_ target: [UInt8], of source: [UInt8]) -> Bool {
        let hosts = (host(of: source), host(of: target))
        if let first = hosts.0, let second = hosts.1 {
            return first.edition != second.edition && first.name == second.name
        }
        guard let local = hosts.0 ?? hosts.1, let main = labels(of: hosts.0 == nil ? source : target).suffix(2).first,
            let name = local.name.suffix(2).first, min(main.utf8.count, name.utf8.count) >= 4
        else { return false }
        // A site that was renamed keeps its old name for its editions.
        return (main.hasPrefix(name) || name.hasPrefix(main)) && pathWords(source) == pathWords(target)
    }

    /// Whether one target names the site and the other one leaves it out, and both lead to one page of it. One step says
    /// too little of which site that is.
    package func isSamePath(_ target: [UInt8], as source: [UInt8]) -> Bool {
        let isRooted = (source.first == UInt8(ascii: "/"), target.first == UInt8(ascii: "/"))
        guard isRooted.0 != isRooted.1, (isRooted.0 ? target : source).starts(with: "http".utf8) else { return false }
        let words = (pathWords(source), pathWords(target))
        return words.0.count >= 2 && words.0 == words.1
    }

    /// What is kept of a target besides its host.
    private func pathWords(_ target: [UInt8]) -> [String] {
        guard target.starts(with: "http".utf8), let colon = target.firstIndex(of: UInt8(ascii: ":")) else {
            return words(target)
        }
        let rest = target[(colon + 1)...].drop { $0 == UInt8(ascii: "/") }
        return words(Array(rest.drop { $0 != UInt8(ascii: "/") }))
    }

    /// Equal for editions of one site in two languages; nil for other targets.
    package func editionHash(_ target: [UInt8]) -> UInt64? {
        guard let host = host(of: target) else { return nil }
        var hash = StableHash()
        for label in host.name { hash.combine(String(label)) }
        return hash.value
    }

    /// The host of an address without a first label that spells a locale, and that label; `aka.ms` has none.
    private func host(of target: [UInt8]) -> (name: [Substring], edition: Substring)? {
        let labels = labels(of: target)
        guard labels.count > 2, isLocale(String(labels[0])) else { return nil }
        return (Array(labels.dropFirst()), labels[0])
    }

    private func labels(of target: [UInt8]) -> [Substring] {
        guard target.starts(with: "http".utf8) else { return [] }
        let text = String(decoding: target, as: UTF8.self).lowercased()
        return text.split(separator: "/").dropFirst().first?.split(separator: ".") ?? []
    }

    private func isLocale(_ segment: String) -> Bool {
        if localeWords.contains(segment) { return true }
        guard segment.utf8.count == 2 || segment.utf8.count == 5 || segment.utf8.count == 7 else { return false }
        return LanguageTag(spelling: segment) != nil
    }
}

extension [UInt8] {
    /// Without zero-width spaces and byte-order marks.
    fileprivate var withoutInvisible: [UInt8] {
        guard contains(0xE2) || contains(0xEF) else { return self }
        var text = String(decoding: self, as: UTF8.self)
        text.unicodeScalars.removeAll { $0 == "\u{200B}" || $0 == "\u{FEFF}" }
        return Array(text.utf8)
    }
}

extension String {
    /// Without punctuation in full width at the end, which stands right after an address and is read as part of it.
    fileprivate var withoutFinalPunctuation: String {
        var text = self[...]
        while let last = text.unicodeScalars.last, "。、，；：！？）」』】".unicodeScalars.contains(last) {
            text.unicodeScalars.removeLast()
        }
        return String(text)
    }
}
