#!/bin/busybox sh
# shellcheck shell=sh disable=SC2154
# Told by udhcpc what the network gave: see https://udhcp.busybox.net/README.udhcpc.
case $1 in
  bound | renew)
    ip addr replace "$ip/${mask:-24}" dev "$interface"
    for gateway in $router; do ip route replace default via "$gateway" dev "$interface" onlink && break; done
    {
      [ -z "$domain" ] || echo "search $domain"
      for server in $dns; do echo "nameserver $server"; done
    } >/etc/resolv.conf
    ;;
esac
