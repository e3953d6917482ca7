package import DriftLayout

/// The locale sets that a change may bring drift to.
package struct ChangedSets: Sendable {
    /// As they are now.
    package let now: [LocaleSet]
    /// As they were.
    package let before: [LocaleSet]
    /// What the sets of `before` are called now, where that is something else.
    package let renamed: [String: String]

    /// A set is touched where a member is new, changed, renamed or gone, or speaks of a file that appeared or went.
    ///
    /// - Parameters:
    ///   - now: sets that are asked for.
    ///   - before: sets that were there, in any order.
    package init(_ change: Change, now: [LocaleSet], before: [LocaleSet]) {
        var setOfPath: [String: Int] = [:]
        for (index, set) in now.enumerated() {
            for member in set.members { setOfPath[change.absolute(member.path)] = index }
        }
        let successors = before.map { set in
            set.members.lazy.compactMap { setOfPath[change.newPath(of: $0.path)] }.first
        }
        let mentions = Mentions(change.moved)
        var touched = now.map { set in
            set.members.contains { change.isTouched($0.path) } || mentions.occur(in: set, change.files)
        }
        for (set, successor) in zip(before, successors) {
            if let successor, set.members.contains(where: { change.isTouched($0.path) }) {
                touched[successor] = true
            }
        }
        var renamed: [String: String] = [:]
        var old: [LocaleSet] = []
        for (set, successor) in zip(before, successors) {
            guard let successor, touched[successor] else { continue }
            old.append(set)
            if set.name != now[successor].name { renamed[set.name] = now[successor].name }
        }
        self.now = zip(now, touched).filter(\.1).map(\.0)
        self.before = old.filter { $0.members.count > 1 }
        self.renamed = renamed
    }
}

/// Names of files, to be looked for in documents that may link to them.
private struct Mentions {
    /// As bytes of a link may spell them.
    private let names: Set<[UInt8]>
    private let lengths: Set<Int>
    /// Those that hold blanks or brackets.
    private let odd: [[UInt8]]

    init(_ paths: Set<String>) {
        var names: Set<[UInt8]> = []
        for path in paths { names.formUnion([Array(Path.name(of: path).utf8), Self.encoded(Path.name(of: path))]) }
        self.names = names
        lengths = Set(names.map(\.count))
        odd = names.filter { $0.contains(where: Self.endsPart) }
    }

    /// As a browser spells it: what is no ASCII, and the space, percent-encoded.
    private static func encoded(_ name: String) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return name.utf8.flatMap { byte -> [UInt8] in
            if byte > 0x20 && byte < 0x7F { return [byte] }
            return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
        }
    }

    func occur(in set: LocaleSet, _ files: any Files) -> Bool {
        if names.isEmpty { return false }
        return set.members.contains { member in
            (try? files.read(member.path)).map(occur) ?? false
        }
    }

    /// Whether the last part of any path in the text is one of the names. O(text).
    private func occur(in text: [UInt8]) -> Bool {
        var start = 0
        for index in 0...text.count where index == text.count || Self.endsPart(text[index]) {
            let length = index - start
            if lengths.contains(length), names.contains(Array(text[start..<index])) { return true }
            start = index + 1
        }
        return odd.contains { text.holds($0) }
    }

    /// Whether a byte ends the part of a link's path.
    private static func endsPart(_ byte: UInt8) -> Bool {
        if byte <= 0x20 { return true }
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "#"), UInt8(ascii: "?"):
            return true
        default: return false
        }
    }
}

extension [UInt8] {
    /// Whether the bytes occur. O(count × bytes).
    fileprivate func holds(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first else { return true }
        return indices.contains { self[$0] == first && self[$0...].starts(with: bytes) }
    }
}
