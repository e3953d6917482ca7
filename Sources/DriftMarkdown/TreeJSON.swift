internal import DriftText

/// Writes a document's tree as JSON: each node an object on a line of its own with `type`, `start` and `end` (offsets
/// in bytes of the file), what else the node says, and `children`.
package struct TreeJSON: TreeVisitor {
    private var bytes: [UInt8] = []
    private var needsComma = false

    /// ASCII but for what the document's text holds; invalid UTF-8 in it becomes U+FFFD.
    package static func render(_ document: Document) -> [UInt8] {
        var writer = TreeJSON()
        document.walk(&writer)
        writer.bytes.append(0x0A)
        return writer.bytes
    }

    package mutating func enter(_ node: TreeNode, depth: Int) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        if depth > 0 { bytes.append(0x0A) }
        write("{\"type\": \"\(node.type)\", \"start\": \(node.range.lower), \"end\": \(node.range.upper)")
        for (name, value) in node.attributes {
            write(", \"\(name)\": ")
            switch value {
            case .flag(let flag): write(flag ? "true" : "false")
            case .number(let number): write("\(number)")
            case .text(let text): bytes.appendJSONString(String(decoding: text, as: UTF8.self))
            }
        }
        write(", \"children\": [")
        needsComma = false
    }

    package mutating func leave(depth: Int) {
        write("]}")
        needsComma = true
    }

    private mutating func write(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }
}
