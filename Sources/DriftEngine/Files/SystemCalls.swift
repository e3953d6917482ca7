#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The calls by which files are read and written, the one place where the system is asked. A test can make each of them
/// fail.
///
/// A call that a signal interrupts is made again. Otherwise a failing one returns what the system's own does, and leaves
/// the reason in `errno`.
package struct SystemCalls: Sendable {
    /// A call by the system's name for it.
    package enum Call: String, Sendable, CaseIterable {
        case open, stat, lstat, fstat, access, read, write, fchmod, fsync, close, rename, unlink, opendir, readdir
    }

    /// What becomes of a call instead of what it does.
    package enum Fault: Sendable, Hashable {
        /// It does nothing and fails with a number of the system's.
        case error(Int32)
        /// It reads or writes a single byte.
        case short
    }

    private let fault: (@Sendable (Call) -> Fault?)?

    /// Nothing fails but what the system fails.
    package init() { fault = nil }

    /// - Parameter fault: asked before each call, in the order in which they are made; nil lets it be.
    package init(failing fault: @escaping @Sendable (Call) -> Fault?) { self.fault = fault }

    /// How many bytes a call may read or write; nil where it fails.
    private func allowance(_ call: Call, of count: Int = 0) -> Int? {
        switch fault?(call) {
        case nil: return count
        case .short: return min(count, 1)
        case .error(let number):
            errno = number
            return nil
        }
    }

    /// Makes a call until no signal interrupts it.
    private func status(_ call: Call, _ body: () -> Int32) -> Int32 {
        while true {
            let result = allowance(call) == nil ? -1 : body()
            if result >= 0 || errno != EINTR { return result }
        }
    }

    // MARK: Descriptors

    func open(_ path: String, _ flags: Int32, mode: mode_t = 0) -> Int32 {
        status(.open) { systemOpen(path, flags | O_CLOEXEC, mode) }
    }

    func read(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
        while true {
            let count = allowance(.read, of: bytes.count).map { systemRead(descriptor, bytes.baseAddress, $0) } ?? -1
            if count >= 0 || errno != EINTR { return count }
        }
    }

    /// Writes all of the bytes; false where that fails.
    func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Bool {
        var written = 0
        while written < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
            let count = allowance(.write, of: rest.count).map { systemWrite(descriptor, rest.baseAddress, $0) } ?? -1
            if count < 0, errno == EINTR { continue }
            // A device that takes nothing and gives no reason would be asked for ever.
            if count == 0 { errno = EIO }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }

    /// Closes a descriptor, also where that fails: it is gone then, and its number may be another's.
    func close(_ descriptor: Int32) -> Bool {
        let isAllowed = allowance(.close) != nil
        let number = errno
        let isClosed = systemClose(descriptor) == 0 || errno == EINTR
        if !isAllowed { errno = number }
        return isClosed && (isAllowed || number == EINTR)
    }

    func fstat(_ descriptor: Int32, _ result: inout stat) -> Int32 {
        status(.fstat) { systemFstat(descriptor, &result) }
    }

    func setMode(_ descriptor: Int32, _ mode: mode_t) -> Bool { status(.fchmod) { fchmod(descriptor, mode) } == 0 }

    /// Waits until what was written is on the disk; where a file system cannot tell, it is taken to be.
    func synchronise(_ descriptor: Int32) -> Bool {
        status(.fsync) { fsync(descriptor) } == 0 || errno == EINVAL || errno == ENOTSUP
    }

    // MARK: Paths

    func stat(_ path: String, _ result: inout stat) -> Int32 { status(.stat) { systemStat(path, &result) } }

    func lstat(_ path: String, _ result: inout stat) -> Int32 { status(.lstat) { systemLstat(path, &result) } }

    func isWritable(_ path: String) -> Bool { status(.access) { access(path, W_OK) } == 0 }

    func rename(_ old: String, to new: String) -> Bool { status(.rename) { systemRename(old, new) } == 0 }

    func unlink(_ path: String) -> Bool { status(.unlink) { systemUnlink(path) } == 0 }

    /// Names in a folder as the system has them, without `.` and `..`; nil where it cannot be read to its end. Bytes that
    /// are no UTF-8 come out as U+FFFD.
    func names(in folder: String) -> [String]? {
        while true {
            if allowance(.opendir) != nil, let stream = opendir(folder) {
                defer { _ = closedir(stream) }
                return names { readdir(stream) }
            }
            if errno != EINTR { return nil }
        }
    }

    private func names(_ next: () -> UnsafeMutablePointer<dirent>?) -> [String]? {
        var names: [String] = []
        while true {
            errno = 0
            guard allowance(.readdir) != nil, let entry = next() else {
                if errno == EINTR { continue }
                return errno == 0 ? names : nil
            }
            let name = Self.name(of: entry)
            if name != "." && name != ".." { names.append(name) }
        }
    }

    /// An entry may end before the array of its name does, so that this is not to be copied as a whole.
    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return "" }
        let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
        return String(cString: start)
    }
}

// The platform's functions, which the methods of the same names hide.

private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }

private func systemRead(_ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, start, count)
}

private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, start, count)
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }

private func systemFstat(_ descriptor: Int32, _ result: inout stat) -> Int32 { fstat(descriptor, &result) }

private func systemStat(_ path: String, _ result: inout stat) -> Int32 { stat(path, &result) }

private func systemLstat(_ path: String, _ result: inout stat) -> Int32 { lstat(path, &result) }

private func systemRename(_ old: String, _ new: String) -> Int32 { rename(old, new) }

private func systemUnlink(_ path: String) -> Int32 { unlink(path) }
