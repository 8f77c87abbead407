/// An option of the command line that asks for a system, such as `--cluster NAME=PROFILE`.
package struct SystemOption: Sendable, Hashable {
    /// The name, without dashes; families of one kind of product may share it.
    package let name: String
    /// What stands for its value in help texts.
    package let form: String
    /// What it is for.
    package let help: String
    /// What its profiles are called, of several.
    package let profiles: String

    /// Makes an option.
    package init(_ name: String, form: String, help: String, profiles: String) {
        self.name = name
        self.form = form
        self.help = help
        self.profiles = profiles
    }
}
