import DriftText

/// The mailbox that a link target leads to.
struct MailAddress {
    let name: ArraySlice<UInt8>
    let host: ArraySlice<UInt8>
    /// Whether the target says that it is one, as it must in a link.
    let hasScheme: Bool

    private static let scheme = Array("mailto:".utf8)

    /// nil for a target of another kind. What the mail is about is no part of the address.
    init?(_ target: [UInt8]) {
        let hasScheme = target.starts(with: Self.scheme)
        guard hasScheme || !target.contains(where: { "/:?".utf8.contains($0) }) else { return nil }
        let address = target.dropFirst(hasScheme ? Self.scheme.count : 0).prefix { $0 != UInt8(ascii: "?") }
        guard let at = address.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        self.hasScheme = hasScheme
        (name, host) = (address[..<at], address[(at + 1)...])
    }

    /// Whether mail does not arrive where the source's does since a letter was mistyped, or the scheme.
    ///
    /// - Parameter isLocale: whether a word names a language, of which each may have a mailbox.
    func isMistyped(as source: MailAddress, isLocale: (String) -> Bool) -> Bool {
        if name == source.name, host == source.host { return source.hasScheme && !hasScheme }
        let hasMistypedHost =
            Self.isSlip(host, source.host, isLocale) && host.labels.last == source.host.labels.last
        if hasMistypedHost { return true }
        return host == source.host && Self.isSlip(name, source.name, isLocale)
    }

    /// Letters from which a word says enough to be taken for another one.
    private static let leastLetters = 4

    /// Whether two texts differ in one letter that is not the last, as an ending of another language is.
    private static func isSlip(
        _ text: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>, _ isLocale: (String) -> Bool
    ) -> Bool {
        guard min(text.count, other.count) >= leastLetters, text.last == other.last,
            text.filter(\.isASCIIDigit) == other.filter(\.isASCIIDigit), Array(text).isMistyped(as: Array(other))
        else { return false }
        let words = (Set(text.labels), Set(other.labels))
        return words.0.symmetricDifference(words.1).allSatisfy { !isLocale($0) }
    }
}

extension ArraySlice<UInt8> {
    /// The words between points and other marks, in small letters.
    fileprivate var labels: [String] {
        split { !$0.isWord || $0 == UInt8(ascii: "_") }.map { String(decoding: $0, as: UTF8.self).lowercased() }
    }
}
