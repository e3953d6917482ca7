/// A pattern of paths as gitignore(5) defines it: `*`, `?`, `[…]` within a name, `**` across folders.
///
/// Matching keeps the set of all positions that the pattern may have reached, so that its time is at most the length of
/// the path times that of the pattern.
struct PathGlob: Sendable {
    private enum Token: Sendable {
        case byte(UInt8)
        /// Any byte but a slash.
        case any
        case oneOf([ClosedRange<UInt8>], isNegated: Bool)
        /// Any run of bytes without a slash.
        case star
        /// `**/` may stand for nothing: leads past the `folders` that follows it.
        case maybeFolders
        /// Any bytes, up to a slash.
        case folders
        /// `**` at the end: anything.
        case everything
    }

    private let tokens: [Token]
    /// The bytes of a pattern without wildcards; nil for others.
    private let literal: [UInt8]?

    init(_ pattern: some Collection<UInt8>) {
        var reader = Reader(bytes: Array(pattern))
        tokens = reader.tokens()
        var literal: [UInt8]? = []
        for token in tokens {
            if case .byte(let byte) = token { literal?.append(byte) } else { literal = nil }
        }
        self.literal = literal
    }

    func matches(_ path: ArraySlice<UInt8>) -> Bool {
        if let literal { return path.elementsEqual(literal) }
        var states = [Bool](repeating: false, count: tokens.count + 1)
        states[0] = true
        skipEmpty(&states)
        for byte in path {
            var next = [Bool](repeating: false, count: tokens.count + 1)
            for (index, token) in tokens.enumerated() where states[index] { step(token, byte, index, &next) }
            skipEmpty(&next)
            states = next
        }
        return states[tokens.count]
    }

    private func step(_ token: Token, _ byte: UInt8, _ index: Int, _ next: inout [Bool]) {
        let isSlash = byte == UInt8(ascii: "/")
        switch token {
        case .byte(let own): if own == byte { next[index + 1] = true }
        case .any: if !isSlash { next[index + 1] = true }
        case .oneOf(let ranges, let isNegated):
            if !isSlash, ranges.contains(where: { $0.contains(byte) }) != isNegated { next[index + 1] = true }
        case .star: if !isSlash { next[index] = true }
        case .everything: next[index] = true
        case .folders:
            next[index] = true
            if isSlash { next[index + 1] = true }
        case .maybeFolders: break
        }
    }

    private func skipEmpty(_ states: inout [Bool]) {
        for (index, token) in tokens.enumerated() where states[index] {
            switch token {
            case .star, .everything: states[index + 1] = true
            case .maybeFolders:
                states[index + 1] = true
                states[index + 2] = true
            default: continue
            }
        }
    }
}

extension PathGlob {
    /// Takes a pattern apart.
    private struct Reader {
        let bytes: [UInt8]
        var index = 0

        mutating func tokens() -> [Token] {
            var tokens: [Token] = []
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                switch byte {
                case UInt8(ascii: "*"): tokens += stars()
                case UInt8(ascii: "?"): tokens.append(.any)
                case UInt8(ascii: "["): tokens.append(bracket() ?? .byte(byte))
                case UInt8(ascii: "\\") where index < bytes.count:
                    tokens.append(.byte(bytes[index]))
                    index += 1
                default: tokens.append(.byte(byte))
                }
            }
            return tokens
        }

        /// Two stars mean folders only where they are all of a name.
        private mutating func stars() -> [Token] {
            let start = index - 1
            while index < bytes.count, bytes[index] == UInt8(ascii: "*") { index += 1 }
            let isFirst = start == 0 || bytes[start - 1] == UInt8(ascii: "/")
            guard index - start == 2, isFirst else { return [.star] }
            if index == bytes.count { return [.everything] }
            guard bytes[index] == UInt8(ascii: "/") else { return [.star] }
            index += 1
            return [.maybeFolders, .folders]
        }

        /// What stands in brackets; nil where they are never closed.
        private mutating func bracket() -> Token? {
            var at = index
            let isNegated = at < bytes.count && (bytes[at] == UInt8(ascii: "!") || bytes[at] == UInt8(ascii: "^"))
            if isNegated { at += 1 }
            var ranges: [ClosedRange<UInt8>] = []
            let first = at
            while at < bytes.count, bytes[at] != UInt8(ascii: "]") || at == first {
                let low = bytes[at]
                if at + 2 < bytes.count, bytes[at + 1] == UInt8(ascii: "-"), bytes[at + 2] != UInt8(ascii: "]") {
                    if low <= bytes[at + 2] { ranges.append(low...bytes[at + 2]) }
                    at += 3
                } else {
                    ranges.append(low...low)
                    at += 1
                }
            }
            guard at < bytes.count else { return nil }
            index = at + 1
            return .oneOf(ranges, isNegated: isNegated)
        }
    }
}
