/// The script of the page: asks for it again every two seconds, and replaces what changed.
enum PageScript {
    /// The text of the script; what was unfolded stays so.
    static let text = """
        const refresh = async () => {
          try {
            const response = await fetch(location.href, {cache: "no-store"});
            if (!response.ok) throw new Error(response.status);
            // The style sheet of the new page has another nonce, which this page does not allow.
            const text = (await response.text()).replace(/<style[^]*?<\\/style>/, "");
            const fresh = new DOMParser().parseFromString(text, "text/html").querySelector("main");
            const open = new Set([...document.querySelectorAll("details[open]")].map((details) => details.id));
            for (const details of fresh.querySelectorAll("details")) details.open = open.has(details.id);
            const main = document.querySelector("main");
            if (main.innerHTML !== fresh.innerHTML) main.replaceWith(document.adoptNode(fresh));
            setTimeout(refresh, 2000);
          } catch {
            document.querySelector("#state").textContent = "the sandbox has ended";
          }
        };
        setTimeout(refresh, 2000);

        """
}
