internal import DriftText

/// Writes a document's tree for people: a line a node, indented by depth, with its type, range and attributes.
package struct TreeOutline: TreeVisitor {
    private var text = ""
    /// Nodes below are indented no further, so that deep nesting does not make the outline quadratic.
    private static let deepestIndentation = 40
    /// Scalars of a literal that are shown.
    private static let longestText = 60

    package static func render(_ document: Document) -> String {
        var writer = TreeOutline()
        document.walk(&writer)
        return writer.text
    }

    package mutating func enter(_ node: TreeNode, depth: Int) {
        text += String(repeating: "  ", count: min(depth, TreeOutline.deepestIndentation))
        text += "\(node.type) \(node.range.lower)..<\(node.range.upper)"
        for (name, value) in node.attributes {
            switch value {
            case .flag(let flag): text += " \(name)=\(flag)"
            case .number(let number): text += " \(name)=\(number)"
            case .text(let bytes) where name == "literal": text += " " + TreeOutline.quoted(bytes)
            case .text(let bytes): text += " \(name)=" + TreeOutline.quoted(bytes)
            }
        }
        text += "\n"
    }

    package mutating func leave(depth: Int) {}

    private static func quoted(_ bytes: [UInt8]) -> String {
        var result = "\""
        for (count, scalar) in String(decoding: bytes, as: UTF8.self).unicodeScalars.enumerated() {
            if count == longestText { return result + "…\"" }
            switch scalar {
            case "\n": result += "\\n"
            case "\"", "\\": result += "\\" + String(scalar)
            case _ where scalar.isUnsafeToDisplay: result += scalar.visibleEscape
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
