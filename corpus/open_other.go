//go:build !unix

package corpus

const withoutWaiting = 0
