/// The patterns of one `.gitignore` file, or a list of patterns that are written alike.
struct IgnoreRules: Sendable {
    private struct Rule: Sendable {
        var glob: PathGlob
        var isNegated: Bool
        var isForFolders: Bool
        /// Whether the whole path has to match rather than its name.
        var isAnchored: Bool
    }

    /// The last of them that matches decides.
    private let rules: [Rule]

    init(_ text: [UInt8]) {
        self.init(lines: text.split { $0 == 0x0A }.map { $0.last == 0x0D ? $0.dropLast() : $0 })
    }

    init(lines: [ArraySlice<UInt8>]) {
        rules = lines.compactMap(Self.rule)
    }

    var isEmpty: Bool { rules.isEmpty }

    private static func rule(_ line: ArraySlice<UInt8>) -> Rule? {
        var line = line
        while line.last == 0x20 || line.last == 0x09, line.dropLast().last != UInt8(ascii: "\\") {
            line = line.dropLast()
        }
        guard let first = line.first, first != UInt8(ascii: "#") else { return nil }
        let isNegated = first == UInt8(ascii: "!")
        if isNegated { line = line.dropFirst() }
        let isForFolders = line.last == UInt8(ascii: "/")
        if isForFolders { line = line.dropLast() }
        let isAnchored = line.contains(UInt8(ascii: "/"))
        if line.first == UInt8(ascii: "/") { line = line.dropFirst() }
        guard !line.isEmpty else { return nil }
        return Rule(glob: PathGlob(line), isNegated: isNegated, isForFolders: isForFolders, isAnchored: isAnchored)
    }

    /// Whether a path, relative to the folder of the file, is left out; nil where nothing is said of it.
    func verdict(on path: ArraySlice<UInt8>, isFolder: Bool) -> Bool? {
        let name = path.lastIndex(of: UInt8(ascii: "/")).map { path[($0 + 1)...] } ?? path
        for rule in rules.reversed() where isFolder || !rule.isForFolders {
            if rule.glob.matches(rule.isAnchored ? path : name) { return !rule.isNegated }
        }
        return nil
    }
}

extension IgnoreRules {
    /// Whether a path or a folder that it lies in is left out.
    func leavesOut(_ path: String) -> Bool {
        let bytes = Array(path.utf8)
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "/") {
            if verdict(on: bytes[..<index], isFolder: true) == true { return true }
        }
        return verdict(on: bytes[...], isFolder: false) == true
    }
}
