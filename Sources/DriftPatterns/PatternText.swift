import DriftText

extension [UInt8] {
    /// The length of the character at an offset; 1 at the end.
    func scalarLength(at index: Int) -> Int { index < count ? scalar(at: index).length : 1 }
}
