import DriftText

/// Recognises a finding after text around it was moved, reflowed or edited.
///
/// It depends on the rule, the set, the locale to edit, the kind of part and the texts of the source and of that locale;
/// never on the message, on counts or on other locales.
package struct Fingerprint: Hashable, Sendable {
    private let hash: StableHash

    /// - Parameter kind: kind of part or value, such as `list-item`.
    package init(rule: String, set: String, locale: String, kind: String, sourceText: String, targetText: String) {
        var hash = StableHash()
        for text in [rule, set, locale, kind] { hash.combine(text) }
        hash.combine(Fingerprint.normalised(sourceText))
        hash.combine(Fingerprint.normalised(targetText))
        self.hash = hash
    }

    /// Sixteen hexadecimal digits.
    ///
    /// - Parameter ordinal: how many equal ones stand before it in the same file, from 0.
    package func text(ordinal: Int) -> String {
        var hash = hash
        hash.combine(UInt64(ordinal))
        return hash.hexadecimal
    }

    /// Without white space, so that reflow changes nothing.
    private static func normalised(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace { result.unicodeScalars.append(scalar) }
        return result
    }
}
