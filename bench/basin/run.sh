#!/bin/sh
# Measures basin: ./bench/basin/run.sh [table | long | jmh] [options]
#   table  the speed table of the README, one thread, CPU time (default)
#   long   1,000 scenarios x 100 years x 10-day steps of the Aral pilot on all cores, wall time
#   jmh    one simulated year per call under JMH
set -e
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
"$root/darya" mvn -q -Pbench -pl bench/basin -am package -DskipTests -Dspotless.check.skip=true
java=$(for j in "${DARYA_JAVA_HOME:-$JAVA_HOME}" /usr/lib/jvm/*25*; do [ -x "$j/bin/java" ] && [ -f "$j/release" ] && grep -q '^JAVA_VERSION="2[5-9]' "$j/release" && echo "$j/bin/java" && break; done)
command=${1:-table}
[ $# -gt 0 ] && shift
case $command in
  jmh) main=org.openjdk.jmh.Main ;;
  *) main=org.darya.bench.basin.SpeedTable; set -- "$command" "$@" ;;
esac
exec "$java" -cp "$here/target/classes:$here/target/lib/*" -Ddarya.root="$root" $main "$@"
