internal import DriftFindings
internal import DriftText

/// Places, fixes and messages as SARIF spells them.
enum SARIFPlace {
    static func physicalLocation(_ place: Place) -> JSONValue {
        .object(["artifactLocation": artifact(place.path), "region": region(place)])
    }

    static func related(_ related: RelatedPlace, id: Int) -> JSONValue {
        .object([
            "id": .int(id),
            "physicalLocation": physicalLocation(related.place),
            "message": .object(["text": .string(plainText("\(related.locale): \(related.text)"))]),
        ])
    }

    /// One change for each file, in order of the fix's edits.
    static func fix(_ fix: FixIt) -> JSONValue {
        var paths: [String] = []
        for edit in fix.edits where !paths.contains(edit.place.path) { paths.append(edit.place.path) }
        let changes = paths.map { path in
            JSONValue.object([
                "artifactLocation": artifact(path),
                "replacements": .array(fix.edits.filter { $0.place.path == path }.map(replacement)),
            ])
        }
        return .object([
            "description": .object(["text": .string(plainText(fix.summary))]), "artifactChanges": .array(changes),
        ])
    }

    private static func replacement(_ edit: FixIt.Edit) -> JSONValue {
        .object([
            "deletedRegion": region(edit.place),
            "insertedContent": .object(["text": .string(edit.replacement)]),
        ])
    }

    private static func artifact(_ path: String) -> JSONValue {
        .object(["uri": .string(percentEncoded(path))])
    }

    private static func region(_ place: Place) -> JSONValue {
        .object([
            "startLine": .int(place.start.line),
            "startColumn": .int(place.start.utf16Column),
            "endLine": .int(place.end.line),
            "endColumn": .int(place.end.utf16Column),
            "byteOffset": .int(place.start.offset),
            "byteLength": .int(place.end.offset - place.start.offset),
        ])
    }

    /// A path as a relative URI reference: all but unreserved characters and `/` of its UTF-8 bytes encoded.
    static func percentEncoded(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            if isUnreserved(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"): true
        default: false
        }
    }

    /// Text of a document as a plain text message (SARIF 2.1.0, 3.11.5): what it would hide or reorder is spelt out,
    /// and brackets that would make a link of it are escaped.
    static func plainText(_ text: String) -> String {
        let shown = text.escapedForDisplay
        guard isLinkLike(shown) else { return shown }
        var result = ""
        for scalar in shown.unicodeScalars {
            if scalar == "[" || scalar == "]" || scalar == "\\" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    private static func isLinkLike(_ text: String) -> Bool {
        zip(text.utf8, text.utf8.dropFirst()).contains { $0 == UInt8(ascii: "]") && $1 == UInt8(ascii: "(") }
    }
}
