# Sourced by run and test: finds out which Debian packages are missing and installs them where that is allowed.
# SUITE_INSTALL=no only names them.

missing=()

# need PACKAGE PROBE...: the package is missing unless one of the probes holds, each a command, a file pattern, or python:MODULE.
need() {
  local package=$1 probe
  shift
  for probe; do
    case $probe in
      python:*) /usr/bin/python3 -c "import ${probe#python:}" 2>/dev/null && return ;;
      */*) compgen -G "$probe" >/dev/null && return ;;
      *) command -v "$probe" >/dev/null && return ;;
    esac
  done
  missing+=("$package")
}

need_suite_packages() {
  need postgresql '/usr/lib/postgresql/*/bin/postgres'
  need rabbitmq-server /usr/lib/rabbitmq/bin/rabbitmq-server
  need util-linux setpriv
}

install_missing() {
  (( ${#missing[@]} )) || return 0
  local as_root=()
  if ! command -v apt-get >/dev/null || [[ ${SUITE_INSTALL:-} == no ]]; then
    refuse_missing
  elif (( EUID != 0 )); then
    sudo -n true 2>/dev/null || refuse_missing
    as_root=(sudo -n)
  fi
  echo "正在安装 / installing: ${missing[*]}"
  "${as_root[@]}" bash -s -- "${missing[@]}" <<'ROOT' || { echo "安装失败 / installing failed: ${missing[*]}" >&2; exit 1; }
    set -eu
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    policy=/usr/sbin/policy-rc.d
    # The suite runs servers of its own: the packages must not start theirs. The file goes again, whatever happens.
    if [[ ! -e $policy ]]; then
      trap 'rm -f "$policy"' EXIT
      printf '#!/bin/sh\nexit 101\n' > "$policy"
      chmod 755 "$policy"
    fi
    apt=(apt-get -q -y -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
    { "${apt[@]}" update && "${apt[@]}" install --no-install-recommends "$@"; } > "$log" 2>&1 </dev/null || { tail -n 40 "$log" >&2; exit 1; }
    rm -f "$log"
ROOT
}

refuse_missing() {
  echo "缺少 Debian 软件包：${missing[*]}。请安装后再试。" >&2
  echo "These Debian packages are missing: ${missing[*]}. Install them and start again: sudo apt-get install ${missing[*]}" >&2
  exit 1
}

# The SDK may be installed without being on the PATH.
need_dotnet() {
  local folder
  # Neither the tools nor Aspire's dashboard tell anybody how they are used.
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 ASPIRE_DASHBOARD_TELEMETRY_OPTOUT=true
  command -v dotnet >/dev/null && return
  for folder in "${DOTNET_ROOT:-/usr/share/dotnet}" /usr/lib/dotnet /usr/local/dotnet "$HOME/.dotnet"; do
    [[ -x $folder/dotnet ]] && export PATH="$folder:$PATH" && return
  done
  echo "找不到 .NET SDK（dotnet）；请先安装 .NET 10 SDK。 The .NET SDK (dotnet) is not found; install the .NET 10 SDK first." >&2
  exit 1
}

# build LOG ARGUMENT...: builds quietly; the log is shown only when it fails.
build() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  if ! dotnet build -c Release -nologo -v quiet -nodeReuse:false "$@" > "$log" 2>&1 </dev/null; then
    grep -E 'error|: warning' "$log" | sort -u | head -n 40 >&2 || tail -n 40 "$log" >&2
    echo "编译失败，全部输出在 $log。 The build failed; all of its output is in $log." >&2
    exit 1
  fi
}
