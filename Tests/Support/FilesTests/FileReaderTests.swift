import Glibc
import RunbookTesting
import Testing

@testable import Files

/// What is not an ordinary file is refused without being opened, and nothing is read from outside a folder.
struct FileReaderTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    private func reason(_ name: String, _ trust: FileTrust, limit: Int = 1 << 20) -> String? {
        do throws(FileFailure) {
            _ = try FileReader.read(name, trust, limit: limit)
            return nil
        } catch {
            return error.reason
        }
    }

    @Test(arguments: [FileTrust.named, .own])
    func aFileIsRead(trust: FileTrust) throws {
        let path = try folder.write("hello", to: "a")
        #expect(try FileReader.read(path, trust, limit: 5) == Array("hello".utf8))
        #expect(try FileReader.read(path, .inside(folder.path), limit: 5) == Array("hello".utf8))
    }

    @Test(arguments: [FileTrust.named, .own])
    func anOperatorsLinkIsFollowed(trust: FileTrust) throws {
        let path = try folder.write("hello", to: "a")
        let link = try folder.link(path, at: "b")
        #expect(try FileReader.read(link, trust, limit: 5) == Array("hello".utf8))
        #expect(try FileReader(link, trust).path == path)
    }

    @Test func aLinkInsideIsFollowed() throws {
        _ = try folder.write("hello", to: "a")
        let link = try folder.link("a", at: "b")
        #expect(try FileReader.read(link, .inside(folder.path), limit: 5) == Array("hello".utf8))
    }

    @Test(arguments: ["/etc/passwd", "/proc/self/environ", "../x"])
    func aLinkThatLeadsOutIsRefused(target: String) throws {
        let other = try TestFolder()
        _ = try other.write("secret", to: "x")
        let link = try folder.link(target == "../x" ? other.path + "/x" : target, at: "b")
        #expect(reason(link, .inside(folder.path))?.contains("outside `\(folder.path)`") == true)
    }

    @Test func aFolderOfTheSameBeginningIsOutside() throws {
        let other = folder.path + "-more"
        mkdir(other, 0o700)
        defer {
            unlink(other + "/a")
            rmdir(other)
        }
        let stream = try #require(fopen(other + "/a", "w"))
        fclose(stream)
        #expect(reason(other + "/a", .inside(folder.path))?.contains("outside") == true)
    }

    @Test(arguments: [FileTrust.own, .inside("/")])
    func aPipeIsRefusedAtOnce(trust: FileTrust) throws {
        let pipe = folder.path + "/p"
        #expect(mkfifo(pipe, 0o600) == 0)
        let began = ContinuousClock.now
        #expect(reason(pipe, trust) == "it is a pipe, not a regular file")
        #expect(reason(try folder.link("p", at: "q"), trust) == "it is a pipe, not a regular file")
        #expect(ContinuousClock.now - began < .seconds(3))
    }

    @Test(arguments: [FileTrust.named, .own, .inside("/")])
    func aDeviceIsRefused(trust: FileTrust) throws {
        #expect(reason("/dev/zero", trust) == "it is a device, not a regular file")
        #expect(reason(try folder.link("/dev/tty", at: "t"), trust)?.isEmpty == false)
    }

    @Test func aSocketIsRefused() throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        let path = folder.path + "/s"
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        #expect(bound == 0)
        #expect(reason(path, .named) == "it is a socket, not a regular file")
    }

    @Test func aPipeThatTheOperatorNamesIsReadToItsEnd() async throws {
        var ends: [Int32] = [-1, -1]
        #expect(pipe(&ends) == 0)
        let (reading, writing) = (ends[0], ends[1])
        let read = Task.detached { try FileReader.read("/dev/fd/\(reading)", .named, limit: 1 << 20) }
        // More than a pipe holds, so the reader must come and wait more than once.
        let text = [UInt8](repeating: 0x61, count: 200_000)
        let written = Task.detached {
            var rest = text[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(writing, $0.baseAddress, min($0.count, 10_000)) }
                if count <= 0 { break }
                rest = rest.dropFirst(count)
            }
            close(writing)
        }
        await written.value
        #expect(try await read.value == text)
        close(reading)
    }

    @Test func whatIsTooLargeIsRefused() throws {
        let path = try folder.write("hello", to: "a")
        #expect(reason(path, .named, limit: 4) == "it is larger than 0 KiB")
        let sparse = folder.path + "/sparse"
        let descriptor = open(sparse, O_WRONLY | O_CREAT, 0o600)
        ftruncate(descriptor, 1 << 40)
        close(descriptor)
        #expect(reason(sparse, .inside(folder.path), limit: 1 << 20) == "it is larger than 1 MiB")
    }

    @Test(arguments: [FileTrust.named, .own, .inside("/")])
    func whatIsNotThereIsToldSo(trust: FileTrust) {
        #expect(reason("/nowhere/x", trust) == "no such file or directory")
        #expect(reason("/tmp", trust) == "is a directory")
        #expect(reason("/tmp\0x", trust) == "its name contains a NUL byte")
    }

    @Test func aSwapBetweenLookAndReadIsNotSeen() throws {
        let path = try folder.write("hello", to: "a")
        let reader = try FileReader(path, .inside(folder.path))
        unlink(path)
        symlink("/etc/passwd", path)
        #expect(try reader.bytes(limit: 100) == Array("hello".utf8))
    }
}
