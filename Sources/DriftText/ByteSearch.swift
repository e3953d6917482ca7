extension [UInt8] {
    /// The offset of the first occurrence of some bytes at or behind an offset; nil where there is none.
    ///
    /// Looks at one byte in as many as are looked for where the text has none of them (Horspool's method).
    package func firstOffset(of needle: [UInt8], from start: Int) -> Int? {
        guard let final = needle.indices.last else { return start }
        var steps = [Int](repeating: needle.count, count: 256)
        for index in 0..<final { steps[Int(needle[index])] = final - index }
        var index = start + final
        while index < count {
            let byte = self[index]
            if byte == needle[final], self[(index - final)...index].elementsEqual(needle) { return index - final }
            index += steps[Int(byte)]
        }
        return nil
    }
}
