package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// nearest returns the candidates that said may be a misspelling or a part of, nearest first.
func nearest(said string, candidates []string) []string {
	type near struct {
		name     string
		distance int
	}
	var found []near
	low := strings.ToLower(said)
	for _, name := range candidates {
		n := strings.ToLower(name)
		d := editDistance(low, n)
		switch {
		case d <= 1+utf8.RuneCountInString(said)/4:
			found = append(found, near{name, d})
		case utf8.RuneCountInString(low) >= 3 && (strings.Contains(n, low) || strings.HasPrefix(low, n)):
			found = append(found, near{name, d + len(name)})
		}
	}
	slices.SortStableFunc(found, func(a, b near) int { return cmp.Compare(a.distance, b.distance) })
	names := make([]string, len(found))
	for i, f := range found {
		names[i] = f.name
	}
	return names
}

// editDistance returns how many characters have to be added, removed, replaced or swapped with their neighbour to
// make a into b (optimal string alignment).
func editDistance(a, b string) int {
	s, t := []rune(a), []rune(b)
	before, last := make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := range s {
		row := make([]int, len(t)+1)
		row[0] = i + 1
		for j := range t {
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+differ(s[i], t[j]))
			if i > 0 && j > 0 && s[i] == t[j-1] && s[i-1] == t[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(t)]
}

func differ(a, b rune) int {
	if a == b {
		return 0
	}
	return 1
}
