/// What to start, with everything the child will have: nothing is inherited but the user and the file system.
package struct ProcessCommand: Sendable {
    /// A path when it holds `/`, else a name that is looked for in the `PATH` of `environment`.
    package var executable: String
    /// The arguments after the program's own name; no shell sees them.
    package var arguments: [String]
    /// The child's whole environment.
    package var environment: [String: String]
    /// The working directory; `nil`: ours.
    package var directory: String?
    /// What `Process.run` writes to the child's standard input before it closes it.
    package var input: [UInt8]
    /// How standard output is taken.
    package var output: OutputMode
    /// How many bytes of standard error are kept; the rest is counted and dropped.
    package var errorLimit: Int
    /// Limits the kernel enforces.
    package var limits: ProcessLimits
    /// How long the child may live from its start; `nil`: for ever.
    package var deadline: Duration?
    /// The time between TERM and KILL when the child is stopped; zero: KILL at once.
    package var grace: Duration
    /// Whether it and all that comes from it are known as coming from here (``Descent/isOfRun``); only what stands for a
    /// person, in a test, is not.
    package var isOurs = true
    /// The token of what it is started for.
    ///
    /// All that comes from it is found by it, see ``ProcessList/end(markedBy:beginningWith:and:)``. Empty for a child
    /// that is not looked for.
    package var token = ""
    /// Whether the result says what of the process group ran on when the child ended.
    package var noticesLeftover = false

    /// Creates a command; the defaults bound the output, not the time.
    package init(
        _ executable: String,
        _ arguments: [String] = [],
        environment: [String: String] = [:],
        directory: String? = nil,
        input: [UInt8] = [],
        output: OutputMode = .collect(limit: 1 << 20),
        errorLimit: Int = 1 << 16,
        limits: ProcessLimits = ProcessLimits(),
        deadline: Duration? = nil,
        grace: Duration = .seconds(2)
    ) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
        self.directory = directory
        self.input = input
        self.output = output
        self.errorLimit = errorLimit
        self.limits = limits
        self.deadline = deadline
        self.grace = grace
    }
}
