# bash completion for qinqing: the names come from the program itself.

_qinqing_names() {
	"${COMP_WORDS[0]}" help --names "$@" 2>/dev/null
}

_qinqing_offer() {
	mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
}

# field= for the fields of a type, without a blank behind.
_qinqing_fields() {
	local names
	names=$(_qinqing_names "$1" | sed 's/$/=/')
	[ "$1" = family ] && names="$names name= $(_qinqing_names person | sed 's/^/head./;s/$/=/')"
	_qinqing_offer "$names" "$2"
	compopt -o nospace
}

_qinqing() {
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
	local command='' first='' args=0 skip='' joined='' word type

	COMPREPLY=()
	case $cur in : | =) cur='' ;; esac
	for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
		# readline cuts family:7 and kind=11 into three words each
		case $word in
		: | =)
			joined=1
			continue
			;;
		esac
		if [ -n "$joined" ]; then
			joined=''
			continue
		fi
		if [ -n "$skip" ]; then
			skip=''
			continue
		fi
		case $word in
		--data | --config | --as | --lang | --limit | --why | --for-whom | --columns | --format | --digits | --to | --near | --families | --seed | --until | --from | --keygen | --verify | --keep | --key | --since | --org | --into) skip=1 ;;
		-*) ;;
		*)
			if [ -z "$command" ]; then
				command=$word
			else
				args=$((args + 1))
				[ -z "$first" ] && first=$word
			fi
			;;
		esac
	done
	case $prev in
	--data | --config | --into)
		mapfile -t COMPREPLY < <(compgen -d -- "$cur")
		compopt -o filenames
		return
		;;
	--keygen | --verify | --key | --org)
		mapfile -t COMPREPLY < <(compgen -f -- "$cur")
		compopt -o filenames
		return
		;;
	--lang)
		_qinqing_offer "zh en" "$cur"
		return
		;;
	--as | --limit | --why | --families | --seed) return ;;
	esac
	[ -n "$joined" ] && return
	if [[ $cur == -* ]]; then
		# shellcheck disable=SC2086
		_qinqing_offer "$(_qinqing_names options $command)" "$cur"
		return
	fi
	case $command:$args in
	:*) _qinqing_offer "$(_qinqing_names commands)" "$cur" ;;
	help:0) _qinqing_offer "$(_qinqing_names commands) $(_qinqing_names types)" "$cur" ;;
	report:0) _qinqing_offer "$(_qinqing_names reports)" "$cur" ;;
	export:0) _qinqing_offer "$(_qinqing_names queries) $(_qinqing_names types)" "$cur" ;;
	list:0) _qinqing_offer "$(_qinqing_names queries)" "$cur" ;;
	new:0) _qinqing_offer "$(_qinqing_names types)" "$cur" ;;
	new:*) _qinqing_fields "$first" "$cur" ;;
	get:0 | set:0 | void:0)
		_qinqing_offer "$(_qinqing_names types | sed 's/$/:/')" "$cur"
		compopt -o nospace
		;;
	set:*)
		type=${first%%:*}
		_qinqing_fields "$type" "$cur"
		;;
	board:0) _qinqing_offer "coverage month ledger organisation six-tasks four-entries target-groups domains budget turnover" "$cur" ;;
	survey:0) _qinqing_offer "$(_qinqing_names surveys)" "$cur" ;;
	bulletin:0)
		mapfile -t COMPREPLY < <(compgen -d -- "$cur")
		compopt -o filenames
		;;
	prepare:0) _qinqing_offer "5.29会员活动日 母亲节宣传 世界人口日" "$cur" ;;
	helpers:0) _qinqing_offer "医护 心理 法律 社工 水电维修 理发 家政 文艺 教育 驾驶 手机电脑" "$cur" ;;
	council:0) _qinqing_offer "会员代表 理事 常务理事" "$cur" ;;
	config:0) _qinqing_offer "check" "$cur" ;;
	admin:0) _qinqing_offer "key sessions end setup-ssh drill" "$cur" ;;
	admin:1) [ "$first" = key ] && _qinqing_offer "add list remove" "$cur" ;;
	admin:3)
		mapfile -t COMPREPLY < <(compgen -f -- "$cur")
		compopt -o filenames
		;;
	backup:0 | restore:0 | restore:1 | salvage:0)
		mapfile -t COMPREPLY < <(compgen -f -- "$cur")
		compopt -o filenames
		;;
	import:0) _qinqing_offer "families $(_qinqing_names types)" "$cur" ;;
	import:1)
		mapfile -t COMPREPLY < <(compgen -f -- "$cur")
		compopt -o filenames
		;;
	esac
}

complete -F _qinqing qinqing
