/** What services need to read statements together with those they are held against. */
package org.humdash.kit.lint;
