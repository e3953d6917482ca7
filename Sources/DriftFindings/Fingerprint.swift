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
        for text in [sourceText, targetText] { Self.combine(text, into: &hash) }
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

    /// Adds a text without white space, so that reflow changes nothing.
    private static func combine(_ text: String, into hash: inout StableHash) {
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80 {
                let isSpace = scalar.value == 0x20 || scalar.value >= 0x09 && scalar.value <= 0x0D
                if !isSpace { hash.combine(byte: UInt8(scalar.value)) }
            } else if !scalar.properties.isWhitespace {
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { hash.combine(byte: byte) }
            }
        }
        hash.combine(byte: 0xFF)
    }
}
