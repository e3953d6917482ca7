internal import DriftEngine

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The two streams that the tool writes.
enum Stream: Int32 {
    case standardOutput = 1
    case standardError = 2

    /// Writes all of the text at once, unbuffered; false where the stream takes no more, as a closed pipe does.
    @discardableResult
    func write(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var written = 0
            while written < bytes.count {
                let count = systemWrite(
                    rawValue, UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[written...]))
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                written += count
            }
            return true
        }
    }

    var isTerminal: Bool { isatty(rawValue) == 1 }

    /// Columns of the terminal; nil where the stream is none or does not say.
    var columns: Int? {
        var size = winsize()
        guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}

/// The stream that the tool reads where a path is `-`.
enum StandardInput {
    /// Reads all of the stream.
    static func read() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { systemRead(0, $0) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileError(path: "-", reason: String(cString: strerror(errno)).lowercased()) }
            if count == 0 { return bytes }
            guard bytes.count + count < Int(UInt32.max) else {
                throw FileError(path: "-", reason: "larger than 4 GiB, which no document is")
            }
            bytes += chunk[..<count]
        }
    }
}

/// The platform's `read`, which the method of the same name hides.
private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, bytes.baseAddress, bytes.count)
}

/// The platform's `write`, which the method of the same name hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
