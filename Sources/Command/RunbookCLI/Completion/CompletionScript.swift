/// What the shells run when somebody asks for a completion.
///
/// The scripts know nothing of commands: they hand the words over to `runbook __complete`, whose first line says which
/// files fit (``CompletionWords/Files``), and whose other lines are words with their meaning behind a tab.
enum CompletionScript {
    static let bash = #"""
        # bash completion for runbook, made by `runbook completion bash`
        _runbook() {
            COMPREPLY=()
            local rest=${COMP_LINE:0:COMP_POINT} words=() count=0 word i
            # Bash ends words at = and : as well; what is joined in the line is one word here.
            for ((i = 0; i <= COMP_CWORD; i++)); do
                if ((i == 0)) || [[ $rest == [[:space:]]* ]]; then
                    rest=${rest#"${rest%%[![:space:]]*}"}
                    count=$((count + 1))
                    words[count - 1]=
                fi
                word=${COMP_WORDS[i]}
                ((i == COMP_CWORD)) && word=$rest
                words[count - 1]+=$word
                rest=${rest#"$word"}
            done
            local current=${words[count - 1]}
            words=("${words[@]//[\"\'\\]/}")

            local lines=() line
            while IFS= read -r line; do
                lines+=("$line")
            done < <(command runbook __complete -- "${words[@]:1}" 2>/dev/null)
            ((${#lines[@]})) || return 0

            # Only what is behind the last of these is replaced.
            local done= mark
            for mark in = :; do
                if [[ $COMP_WORDBREAKS == *"$mark"* && $current == *"$mark"* ]]; then
                    word=${current%"${current##*"$mark"}"}
                    ((${#word} > ${#done})) && done=$word
                fi
            done

            local kind=${lines[0]%% *} endings=${lines[0]#* } file ending
            [[ $endings == "$kind" ]] && endings=
            [[ $kind == words ]] || compopt -o filenames 2>/dev/null
            for line in "${lines[@]:1}"; do
                word=${line%%$'\t'*}
                word=${word#"$done"}
                [[ $kind == words ]] && printf -v word %q "$word"
                [[ -n $word ]] && COMPREPLY+=("$word")
                [[ $word == *= ]] && compopt -o nospace 2>/dev/null
            done
            [[ $kind == words ]] && return 0
            while IFS= read -r file; do
                if [[ -d $file || ($kind == files && -z $endings) ]]; then
                    COMPREPLY+=("$file")
                    continue
                fi
                for ending in $endings; do
                    [[ $file == *"$ending" ]] && COMPREPLY+=("$file")
                done
            done < <(compgen -f -- "${current#"$done"}")
        }
        complete -F _runbook runbook

        """#

    static let zsh = #"""
        #compdef runbook
        # zsh completion for runbook, made by `runbook completion zsh`
        _runbook() {
            local -a lines whole open endings
            local line word help
            lines=("${(@f)$(command runbook __complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
            for line in "${(@)lines[2,-1]}"; do
                word=${line%%$'\t'*}
                help=
                [[ $line == *$'\t'* ]] && help=${line#*$'\t'}
                if [[ $word == *= ]]; then
                    open+=("${word//:/\\:}${help:+:$help}")
                else
                    whole+=("${word//:/\\:}${help:+:$help}")
                fi
            done
            (( $#whole )) && _describe -V 'runbook' whole
            (( $#open )) && _describe -V 'runbook' open -S ''
            endings=(${=lines[1]})
            # An option and its file may be one word.
            case $endings[1] in
                files|folders) compset -P '--[a-z-]#=' ;;
            esac
            case $endings[1] in
                files)
                    endings=($endings[2,-1])
                    if (( $#endings )); then
                        _files -g "*(${(j:|:)endings})(-.)"
                    else
                        _files
                    fi
                    ;;
                folders) _files -/ ;;
            esac
        }
        if [[ $funcstack[1] == _runbook ]]; then
            _runbook "$@"
        else
            compdef _runbook runbook
        fi

        """#

    static let fish = #"""
        # fish completion for runbook, made by `runbook completion fish`
        function __runbook_complete
            set -l words (commandline -opc) (commandline -ct)
            set -l lines (command runbook __complete -- $words[2..-1] 2>/dev/null)
            set -q lines[1]; or return
            set -q lines[2]; and printf '%s\n' $lines[2..-1]
            set -l kind (string split ' ' -- $lines[1])
            set -l lead (string match -r -- '^--[a-z-]+=' $words[-1])
            set -q lead[1]; or set lead ''
            set -l typed (string replace -- "$lead" '' $words[-1])
            switch $kind[1]
                case files
                    for file in (__fish_complete_path $typed | string split -f1 \t)
                        if not set -q kind[2]; or string match -q '*/' -- $file
                            echo -- $lead$file
                        else
                            for ending in $kind[2..-1]
                                string match -q "*$ending" -- $file; and echo -- $lead$file
                            end
                        end
                    end
                case folders
                    for file in (__fish_complete_directories $typed | string split -f1 \t)
                        echo -- $lead$file
                    end
            end
        end
        complete -c runbook -f -a '(__runbook_complete)'

        """#
}
