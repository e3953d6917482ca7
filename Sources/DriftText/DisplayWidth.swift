extension String {
    /// Columns that a terminal gives to the text, as far as terminals agree. O(length).
    package var displayWidth: Int {
        reduce(0) { $0 + $1.displayWidth }
    }
}

extension Character {
    /// Columns of one grapheme cluster: 2 for an emoji however many scalars it joins, 0 for what only modifies another.
    package var displayWidth: Int {
        let scalars = unicodeScalars
        guard let first = scalars.first else { return 0 }
        guard scalars.count > 1 else { return first.displayWidth }
        if first.startsEmojiSequence(scalars) { return 2 }
        return scalars.reduce(0) { $0 + $1.displayWidth }
    }
}

extension Unicode.Scalar {
    /// Columns of the scalar by itself: 2 for East Asian wide and fullwidth, 0 for combining marks, format and
    /// control characters, otherwise 1.
    package var displayWidth: Int {
        if value < 0x300 { return value < 0x20 || (0x7F...0x9F).contains(value) || value == 0xAD ? 0 : 1 }
        if isZeroWidth { return 0 }
        return isWide ? 2 : 1
    }

    private var isZeroWidth: Bool {
        // Vowels and finals of Hangul syllables that are spelt with jamo share the cell of their initial.
        if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return true }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }

    private var isWide: Bool {
        guard value >= 0x1100 else { return false }
        if properties.isEmojiPresentation { return true }
        var low = 0
        var high = Self.wide.count
        while low < high {
            let middle = (low + high) / 2
            if value > Self.wide[middle].upperBound { low = middle + 1 } else { high = middle }
        }
        return low < Self.wide.count && Self.wide[low].contains(value)
    }

    /// Whether a cluster that begins with this scalar is drawn as one picture: by a variation selector, a joiner, a
    /// skin tone, a keycap or a second letter of a flag.
    fileprivate func startsEmojiSequence(_ scalars: Character.UnicodeScalarView) -> Bool {
        guard properties.isEmoji else { return false }
        return properties.isEmojiPresentation || scalars.contains { $0.value == 0xFE0F }
            || scalars.dropFirst().contains { $0.properties.isEmojiModifier }
    }

    /// Unicode 16.0 East_Asian_Width W and F, without what has Emoji_Presentation; gaps of unassigned code points and
    /// of combining marks are closed.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x3029, 0x3030...0x303E,
        0x3041...0x3247, 0x3250...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE6B,
        0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FE3, 0x17000...0x18D08, 0x1AFF0...0x1B2FB,
        0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x3FFFD,
    ]
}
