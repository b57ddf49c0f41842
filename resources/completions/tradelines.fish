# SPDX-License-Identifier: GPL-3.0-or-later
# What fish offers after "tradelines".

set -l actions info check backup copy rescue official

# The command is the first word alone: later it is a file.
function __tradelines_command
  set -l words (commandline -opc)
  test (count $words) -ge 2; and test "$words[2]" = "$argv[1]"
end

function __tradelines_window
  set -l words (commandline -opc)
  test (count $words) -lt 2
  or not contains -- "$words[2]" extract chart library import export search help
end

complete -c tradelines -n __tradelines_window -s h -l help -d 'Show the commands'
complete -c tradelines -n __fish_is_first_arg -l version -d 'Print the version'
complete -c tradelines -n __tradelines_window -l library -r -F -d 'Use another library than your own'
complete -c tradelines -n __tradelines_window -l sample -d 'Use a library of sample articles'
complete -c tradelines -n __fish_is_first_arg -a extract -d 'Print what each file says'
complete -c tradelines -n __fish_is_first_arg -a chart -d 'Chart the trade between two partners'
complete -c tradelines -n __fish_is_first_arg -a library -d 'Tell what is in a library, check it, copy it'
complete -c tradelines -n __fish_is_first_arg -a import -d 'Read files and folders into a library'
complete -c tradelines -n __fish_is_first_arg -a export -d 'Write articles, figures or citations'
complete -c tradelines -n __fish_is_first_arg -a search -d 'Find articles of a library'
complete -c tradelines -n __fish_is_first_arg -a help -d 'Show the commands'

for command in extract chart library import export search
  complete -c tradelines -n "__tradelines_command $command" -s h -l help -d 'Show the options'
end
for command in extract chart import export search
  complete -c tradelines -n "__tradelines_command $command" -l version -d 'Print the version'
end
for command in import export search
  complete -c tradelines -n "__tradelines_command $command" -l library -r -F -d 'The library, your own by default'
end
for command in extract chart
  complete -c tradelines -n "__tradelines_command $command" -l published -x -d 'The day that “last year” counts from'
end
for command in chart export
  complete -c tradelines -n "__tradelines_command $command" -s o -l output -r -F -d 'The file to write'
  complete -c tradelines -n "__tradelines_command $command" -s p -l pair -x -d 'The two partners, by code or by name'
end

complete -c tradelines -n '__tradelines_command extract' -l with-text -d 'Print the text, too'
complete -c tradelines -n '__tradelines_command extract' -l explain -d 'Print why each figure was read so'

complete -c tradelines -n '__tradelines_command chart' -l multiples -d 'Draw several pairs in plots of their own'
complete -c tradelines -n '__tradelines_command chart' -l each-currency -d 'Draw other currencies, too'
complete -c tradelines -n '__tradelines_command chart' -l report -r -F -d 'The report to write, HTML or PDF'
complete -c tradelines -n '__tradelines_command chart' -l format -x -a 'png svg pdf csv json' -d 'The format of the file'
complete -c tradelines -n '__tradelines_command chart' -l style -x -a 'light dark' -d 'The colours of the picture'
complete -c tradelines -n '__tradelines_command chart' -s f -l flow -x -a 'turnover exports balance' -d 'What is charted'
complete -c tradelines -n '__tradelines_command chart' -l width -x -d 'The width'
complete -c tradelines -n '__tradelines_command chart' -l height -x -d 'The height'
complete -c tradelines -n '__tradelines_command chart' -l scale -x -d 'How many pixels a unit is'
complete -c tradelines -n '__tradelines_command chart' -l from -x -d 'The first year to show'
complete -c tradelines -n '__tradelines_command chart' -l to -x -d 'The last year to show'
complete -c tradelines -n '__tradelines_command chart' -l kinds -x \
  -a "(__fish_complete_list , 'printf \"%s\\n\" year partial calculated target forecast')" -d 'The kinds of values'
complete -c tradelines -n '__tradelines_command chart' -l scope -x -a 'national regional bloc sector' -d 'Whose trade'
complete -c tradelines -n '__tradelines_command chart' -l currency -x -d 'The currency to show'
complete -c tradelines -n '__tradelines_command chart' -l rate -x -d 'How much one unit of another currency is'

complete -c tradelines -n '__tradelines_command library' -s l -l library -r -F -d 'The library, your own by default'
complete -c tradelines -n "__tradelines_command library; and not __fish_seen_subcommand_from $actions" -f -a "$actions"
complete -c tradelines -n '__tradelines_command library; and __fish_seen_subcommand_from official' -f -a 'list remove'
complete -c tradelines -n '__tradelines_command library; and __fish_seen_subcommand_from info check backup' -f

complete -c tradelines -n '__tradelines_command export' -s f -l format -x -a 'jsonl csv bibtex csl-json ris text' \
  -d 'The format'
complete -c tradelines -n '__tradelines_command export' -s a -l article -x -d 'Only the article with this number'
complete -c tradelines -n '__tradelines_command export' -l bom -d 'Begin CSV with a byte order mark'
complete -c tradelines -n '__tradelines_command export' -f

complete -c tradelines -n '__tradelines_command search' -s n -l limit -x -d 'How many articles to print'
complete -c tradelines -n '__tradelines_command search' -l json -d 'Print a line of JSON for each'
complete -c tradelines -n '__tradelines_command search' -f
