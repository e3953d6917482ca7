internal import DriftText

/// A JSON document as it is about to be written: members keep their order.
package enum JSONValue {
    case string(String)
    case int(Int)
    case bool(Bool)
    case array([JSONValue])
    /// Members whose value is nil are left out.
    case object(KeyValuePairs<String, JSONValue?>)
    /// An object whose keys come from data.
    case map([(key: String, value: JSONValue)])

    /// The document over several lines, indented by two blanks a level, with a newline at its end.
    package var pretty: String {
        var bytes: [UInt8] = []
        write(to: &bytes, depth: 0)
        bytes.append(UInt8(ascii: "\n"))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The document on one line, with a newline at its end.
    package var line: String {
        var bytes: [UInt8] = []
        write(to: &bytes, depth: nil)
        bytes.append(UInt8(ascii: "\n"))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// - Parameter depth: levels around the value; nil writes it on one line.
    private func write(to bytes: inout [UInt8], depth: Int?) {
        switch self {
        case .string(let value): bytes.appendJSONString(value)
        case .int(let value): bytes += String(value).utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .array(let values):
            JSONValue.writeList(values, between: "[", "]", to: &bytes, depth: depth) { value, bytes in
                value.write(to: &bytes, depth: depth.map { $0 + 1 })
            }
        case .object(let members):
            let present = members.compactMap { key, value in value.map { (key: key, value: $0) } }
            JSONValue.map(present).write(to: &bytes, depth: depth)
        case .map(let members):
            JSONValue.writeList(members, between: "{", "}", to: &bytes, depth: depth) { member, bytes in
                bytes.appendJSONString(member.key)
                bytes += ": ".utf8
                member.value.write(to: &bytes, depth: depth.map { $0 + 1 })
            }
        }
    }

    private static func writeList<Element>(
        _ elements: [Element], between open: Unicode.Scalar, _ close: Unicode.Scalar, to bytes: inout [UInt8],
        depth: Int?, element: (Element, inout [UInt8]) -> Void
    ) {
        bytes.append(UInt8(ascii: open))
        for (index, item) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            if let depth { newline(depth + 1, to: &bytes) } else if index > 0 { bytes.append(UInt8(ascii: " ")) }
            element(item, &bytes)
        }
        if let depth, !elements.isEmpty { newline(depth, to: &bytes) }
        bytes.append(UInt8(ascii: close))
    }

    private static func newline(_ depth: Int, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\n"))
        bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
    }
}
