import Glibc
import RunbookTesting
import Testing

@testable import Files

struct CheckoutTests {
    /// Each row: where a link lies, what it leads to, what is asked about, and whether a checkout leads out by it.
    @Test(
        arguments: [
            ("repo/out", "../elsewhere", "repo/out/report.md", true),
            ("repo/out", "build", "repo/out/report.md", false),
            ("repo/a/out", "../b", "repo/a/out/x", false), ("repo/a/out", "../../elsewhere", "repo/a/out/x", true),
            ("repo/x.yaml", "../elsewhere/x.yaml", "repo/x.yaml", true),
            ("repo/x.yaml", "y.yaml", "repo/x.yaml", false),
            ("repo/out", "/nowhere", "repo/out", true), ("repo/out", "out", "repo/out", true),
            // Outside of checkouts links are the operator's own.
            ("own/out", "../elsewhere", "own/out/x", false),
        ] as [(String, String, String, Bool)])
    func onlyALinkOutOfACheckoutCounts(link: String, target: String, path: String, leadsOut: Bool) throws {
        let folder = try TestFolder()
        for name in [
            "repo/.git/HEAD", "repo/a/x", "repo/b/x", "repo/build/x", "elsewhere/x.yaml", "repo/y.yaml", "own/x",
        ] {
            try folder.write("", to: name)
        }
        try folder.link(target, at: link)
        #expect(Checkout.linkOut(of: folder.file(path)) == (leadsOut ? folder.file(link) : nil))
    }

    @Test func aPathThatIsNotThereLeadsNowhere() throws {
        let folder = try TestFolder()
        #expect(Checkout.linkOut(of: folder.file("new/report.md")) == nil)
        #expect(Checkout.linkOut(of: "") == nil)
        #expect(Checkout.linkOut(of: "/") == nil)
    }

    @Test func theRootIsTheNearestFolderWithGit() throws {
        let folder = try TestFolder()
        try folder.write("", to: "repo/.git/HEAD")
        try folder.write("", to: "repo/a/b/x")
        #expect(Checkout.root(above: folder.file("repo/a/b")) == folder.file("repo"))
        #expect(Checkout.root(above: folder.file("repo")) == folder.file("repo"))
    }
}
