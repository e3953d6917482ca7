extension [UInt8] {
    /// Appends a text as a JSON string (RFC 8259, section 7), its quotation marks included. What is unsafe to display is
    /// escaped too.
    package mutating func appendJSONString(_ text: String) {
        append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": self += "\\\"".utf8
            case "\\": self += "\\\\".utf8
            case "\n": self += "\\n".utf8
            case "\r": self += "\\r".utf8
            case "\t": self += "\\t".utf8
            case _ where scalar.isUnsafeToDisplay: self += Self.jsonEscape(scalar).utf8
            default: self += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
        append(UInt8(ascii: "\""))
    }

    /// `\u` and four digits; what is unsafe to display lies in the Basic Multilingual Plane.
    private static func jsonEscape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "\\u" + String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
    }
}
