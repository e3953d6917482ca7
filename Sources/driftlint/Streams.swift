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

    /// Writes all of the text at once, unbuffered.
    ///
    /// Where standard output takes no more, nothing that follows is of use: the program ends with the status of an error,
    /// without a word where the reader left. On a terminal whose locale is not UTF-8 the text is spelt in ASCII, since
    /// there bytes of UTF-8 can be controls.
    func write(_ text: String) {
        var text = isTerminal && !Environment.isUTF8 ? text.asciiSpelling : text
        if !text.withUTF8({ writeAll(UnsafeRawBufferPointer($0)) }) { giveUp() }
    }

    /// The same with bytes as they are, which need not be valid UTF-8.
    func write(_ bytes: [UInt8]) {
        if !bytes.withUnsafeBytes(writeAll) { giveUp() }
    }

    private func giveUp() {
        guard self == .standardOutput else { return }
        let error = errno
        if error != EPIPE {
            let reason = error == EBADF ? "closed" : String(cString: strerror(error)).lowercased()
            Stream.standardError.write("driftlint: standard output: \(reason)\n")
        }
        exit(ExitStatus.wrongUsage)
    }

    private func writeAll(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = systemWrite(rawValue, UnsafeRawBufferPointer(rebasing: bytes[written...]))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }

    /// Prepares the streams before anything is opened.
    ///
    /// A standard descriptor that is closed gets a file on which its use fails; otherwise the next file to be opened
    /// would take its place and be read or written for the stream. A closed pipe becomes an error of the write.
    static func prepare() {
        for descriptor in [0, 1, 2] as [Int32] where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
        }
        _ = signal(SIGPIPE, SIG_IGN)
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
